/**
 * Makes something that was not there. Where GitHub says that it exists after all, a first try whose
 * answer was lost has made it, or somebody was faster: then `settle` sees to it.
 *
 * @param refusal the error by which GitHub says so, e.g. `ConflictError` for a variable
 */
export async function orExists<T>(options: {
  make: () => Promise<T>;
  refusal: 'ConflictError' | 'InputError';
  settle: (error: Error) => Promise<T>;
}): Promise<T> {
  const { make, refusal, settle } = options;
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== refusal) throw error;
    return settle(error);
  }
}
