/** `README.md` of the repository `onboarding`. */
export const readme = `# Onboarding

Here people ask for someone to join or to leave the mini-org.

1. Open an issue with the form *User onboarding* or *User offboarding*.
2. People operations look at it and set the label \`approved\` (or \`rejected\`).
3. Portico does what is asked, comments on each step and closes the issue with a summary.

| label | set by | means |
| --- | --- | --- |
| \`onboarding\`, \`offboarding\` | the form | what is asked |
| \`approved\`, \`rejected\` | people operations, platform, identity | may the flow begin? |
| \`in-progress\`, \`failed\` | Portico | how it goes |

Whoever is in the organisation may open an issue; labels take triage rights on this repository.
`;
