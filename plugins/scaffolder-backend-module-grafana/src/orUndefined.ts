/** What is there, or undefined where it is not. */
export async function orUndefined<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    const { name } = error as Error;
    if (name === 'NotFoundError' || name === 'DashboardNotFoundError') {
      return undefined;
    }
    throw error;
  }
}
