import { Route, Routes } from 'react-router-dom';
import { DecisionPage } from './decision/DecisionPage';
import { InboxPage } from './inbox/InboxPage';

/** The inbox, and below it the page of each approval. */
export function ApprovalsPage() {
  return (
    <Routes>
      <Route path="/" element={<InboxPage />} />
      <Route path="/:id/*" element={<DecisionPage />} />
    </Routes>
  );
}
