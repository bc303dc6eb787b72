import PromiseRouter from 'express-promise-router';
import type { PagerDutyContext } from '../PagerDutyContext';
import {
  presentLogEntry,
  presentNote,
  presentResponderRequest,
} from '../present/presentIncident';
import { paginate } from './paginate';
import { isObject, objectIn, objectsIn, requiredText } from './readBody';
import { requesterOf } from './requester';

/** Notes, log entries and responder requests of an incident. */
export function createIncidentDetailRoutes(context: PagerDutyContext) {
  const { incidents, directory, present } = context;
  const router = PromiseRouter();

  router.get('/incidents/:id/notes', (request, response) => {
    const { notes } = incidents.get(request.params.id);
    response.json({ notes: notes.map(note => presentNote(present, note)) });
  });

  router.post('/incidents/:id/notes', (request, response) => {
    const user = requesterOf(request, directory);
    const body = objectIn(request.body, 'note');
    const content = requiredText(body, 'content', 'Content');
    const note = incidents.addNote(request.params.id, user.id, content);
    response.status(201).json({ note: presentNote(present, note) });
  });

  router.get('/incidents/:id/log_entries', (request, response) => {
    const incident = incidents.get(request.params.id);
    const newestFirst = [...incident.log].reverse();
    response.json(
      paginate(request, 'log_entries', newestFirst, entry =>
        presentLogEntry(present, incident, entry),
      ),
    );
  });

  router.post('/incidents/:id/responder_requests', (request, response) => {
    requesterOf(request, directory);
    const { id } = request.params;
    const { body } = request;
    const made = incidents.addResponderRequest(id, {
      requesterId: requiredText(body, 'requester_id', 'Requester'),
      message: requiredText(body, 'message', 'Message'),
      targets: objectsIn(body, 'responder_request_targets').map(item => {
        const target = isObject(item.responder_request_target)
          ? item.responder_request_target
          : {};
        return {
          id: requiredText(target, 'id', 'Target'),
          type: requiredText(target, 'type', 'Target type'),
        };
      }),
    });
    response.json({
      responder_request: presentResponderRequest(present, id, made),
    });
  });

  return router;
}
