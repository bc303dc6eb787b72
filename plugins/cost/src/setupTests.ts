import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// What is there at once on a developer's machine may take seconds on a busy one.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);
jest.setTimeout(60_000);
