import {
  giftCardsCompleted,
  giftCardsFailed,
  giftCardsRunning,
  giftCardsTask,
  recordEvents,
} from '../fixtures/giftCards';
import { ledgerRunning } from '../fixtures/giftCardsLedger';
import {
  describeState,
  leftBehind,
  printLog,
  readTask,
  summariseLedger,
} from '.';

const at = (time: string) => Date.parse(`2026-10-20T${time}Z`);
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

describe('a task that runs', () => {
  const view = readTask(giftCardsTask, giftCardsRunning(), ledgerRunning());

  it('says what is made for whom, at which step it is and how long it takes still', () => {
    expect(view.title).toBe('New service gift-cards');
    const usual = {
      'provision-resources': 35,
      'deploy-k8s': 7,
      register: 2,
    };
    const words = describeState(view, at('14:02:31'), usual);
    expect(words.main).toBe('Step 4 of 6');
    expect(plain(words.rest)).toBe('41 s, about 20 s left');
  });

  it('does not guess the rest where a step has no usual duration', () => {
    const words = describeState(view, at('14:02:31'), { register: 2 });
    expect(plain(words.rest)).toBe('41 s');
  });

  it('keeps what was done before a restart and says that it was not done again', () => {
    expect(view.resumptions).toEqual([
      { at: at('14:02:04'), byPerson: false, fromStep: 4 },
    ]);
    const [check, repo] = view.steps;
    expect(check.endedAt! - check.startedAt!).toBe(800);
    expect(repo.endedAt! - repo.startedAt!).toBe(3100);
    expect(view.log.filter(line => line.stepId === 'create-repo')).toEqual([]);
  });

  it('fills the choices of the form into the names of the steps', () => {
    expect(view.steps[4].name).toBe('Deploy to dev');
  });

  it('gives each step one line and the running one its progress', () => {
    expect(view.steps[0].summary).toBe(
      'Name free, owner yours, 4 connections answer',
    );
    expect(view.currentStep).toMatchObject({
      id: 'provision-resources',
      section: 'Apply',
      progress: { done: 2, total: 3, message: 'database creating for 18 s' },
    });
  });

  it('shows sections, warnings and details, but no bookkeeping', () => {
    const lines = view.log.map(
      line => `${line.kind} ${line.level} ${line.text}`,
    );
    expect(lines).toContain('section info Plan');
    expect(lines).toContain(
      'text warn HCP Terraform answered 503; asked again after 1 s, 2 s',
    );
    expect(lines).toContain('detail info   + aws_security_group.db');
    expect(lines.join('\n')).not.toMatch(/▸|Beginning step|Skipping step/);
  });

  it('lists what it did, newest first', () => {
    expect(view.ledger.map(row => `${row.outcome} ${row.kind}`)).toEqual([
      'making Database',
      'made Terraform run',
      'made Workspace',
      'made Workflows, secrets, environment',
      'kept GitHub team',
      'made Repository',
      'kept Argo CD project',
    ]);
    expect(summariseLedger(view.ledger)).toBe('4 made, 1 under way, 2 kept');
  });

  it('links what is there and says when the rest comes', () => {
    expect(
      view.links.map(({ title, text, underWay, afterStep }) => ({
        title,
        text,
        underWay,
        afterStep,
      })),
    ).toEqual([
      { title: 'Repository', text: 'mini-org/gift-cards', underWay: false },
      { title: 'CI run', text: '#1', underWay: false },
      { title: 'Terraform run', text: 'run-Zt4wQ', underWay: true },
      { title: 'Argo CD application', afterStep: 5 },
      { title: 'Docs', afterStep: 6 },
      { title: 'Catalog page', afterStep: 6 },
    ]);
  });
});

describe('links to runs', () => {
  it('come from the log where a step keeps no ledger of its run', () => {
    const { events, log, status } = recordEvents();
    const url = 'http://127.0.0.1:7101/mini-org/gift-cards/actions/runs/17';
    status('14:00:00', 'setup-ci', 'processing');
    log('14:00:01', 'setup-ci', `Run #1 of 7f3c2a1: ${url}`);
    const slot = () =>
      readTask(giftCardsTask, events).links.find(
        link => link.title === 'CI run',
      );
    expect(slot()).toEqual({
      title: 'CI run',
      url,
      text: '#1',
      underWay: true,
    });
    status('14:00:09', 'setup-ci', 'completed');
    expect(slot()).toMatchObject({ underWay: false });
  });
});

describe('a task that failed', () => {
  const view = readTask(giftCardsTask, giftCardsFailed(), ledgerRunning());

  it('says where, why and what is left', () => {
    expect(plain(describeState(view, 0, {}).main)).toBe(
      'Failed at step 4: Provision resources',
    );
    expect(view.failure?.reason).toContain('quota exceeded');
    expect(leftBehind(view.ledger).map(row => row.name)).toContain(
      'mini-org/gift-cards',
    );
    expect(view.steps[4].state).toBe('skipped');
  });

  it('shows the error without its stack; the file has everything', () => {
    const errors = view.log.filter(line => line.level === 'error');
    expect(errors.map(line => line.text)).toEqual([view.failure?.reason]);
    expect(printLog(giftCardsFailed())).toContain('terraform.ts:10:3');
  });

  it('runs again once someone tries again', () => {
    const { events, add, status } = recordEvents();
    events.push(
      ...giftCardsFailed().filter(event => event.type !== 'completion'),
    );
    add('14:10:00', 'recovered', { message: '' });
    status('14:10:01', 'provision-resources', 'processing');
    const again = readTask(giftCardsTask, events);
    expect(again.state).toBe('running');
    expect(again.resumptions.at(-1)).toMatchObject({
      byPerson: true,
      fromStep: 4,
    });
  });
});

describe('a task that ended otherwise', () => {
  it('gives its links and texts when it is complete', () => {
    const view = readTask(giftCardsTask, giftCardsCompleted(), ledgerRunning());
    expect(describeState(view, 0, {})).toMatchObject({
      main: 'Completed',
      rest: expect.stringMatching(/^in 1.min 7.s$/),
    });
    expect(view.links.map(link => link.text ?? link.title)).toEqual([
      'mini-org/gift-cards',
      '#1',
      'run-Zt4wQ',
      'applications/argocd/gift-cards-dev'.split('/').slice(-2).join('/'),
      'gift-cards',
    ]);
    expect(view.links.some(link => link.underWay)).toBe(false);
    expect(view.texts).toEqual([
      { title: 'What next', content: 'Clone it and **push**.' },
    ]);
  });

  it('has no place for a link whose condition did not hold', () => {
    const events = structuredClone(giftCardsCompleted());
    const { output } = events.at(-1)!.body as unknown as {
      output: { links: { title: string; entityRef?: string; url?: string }[] };
    };
    const { title } = output.links.find(link => link.entityRef)!;
    output.links = output.links.map(link =>
      link.title === title ? { title } : link,
    );
    const view = readTask(giftCardsTask, events, ledgerRunning());
    expect(view.links.map(link => link.title)).not.toContain(title);
  });

  it('is cancelled, not failed, when someone cancelled it', () => {
    const { events, add, status } = recordEvents();
    events.push(...giftCardsRunning());
    add('14:02:35', 'cancelled', {
      message: 'Step provision-resources has been cancelled.',
      stepId: 'provision-resources',
      status: 'cancelled',
    });
    expect(readTask(giftCardsTask, events).state).toBe('cancelling');
    status('14:02:36', 'provision-resources', 'failed', 'Error: cancelled');
    add('14:02:36', 'completion', {
      message: 'Run completed with status: failed',
      error: { name: 'Error', message: 'cancelled' },
    });
    const view = readTask(giftCardsTask, events);
    expect(view.state).toBe('cancelled');
    expect(view.steps[3].state).toBe('cancelled');
    expect(view.failure).toBeUndefined();
  });

  it('is complete, not cancelled, when it was done before it could be stopped', () => {
    const { events, add } = recordEvents();
    const [end, ...rest] = giftCardsCompleted().reverse();
    events.push(...rest.reverse());
    add('14:02:56', 'cancelled', { message: 'Step register was cancelled.' });
    events.push({ ...end, id: 999 });
    expect(readTask(giftCardsTask, events).state).toBe('completed');
  });
});
