/** Annotation that names an entity's repository as `owner/name`. */
export const GITHUB_PROJECT_SLUG_ANNOTATION = 'github.com/project-slug';

/** How many runs are given at most. */
export const WORKFLOW_RUNS_LIMIT = 30;
