// What the editor asks for its tree of rosters: the groups, long lists and their parts, who is in a class.
import { pathToFileURL } from 'node:url';

/**
 * @param {string} folder
 * @returns {readonly import('./questions.mjs').Question[]}
 */
export function explorerQuestions(folder) {
  const rosterUri = pathToFileURL(folder).href;
  const table = (/** @type {string} */ name) => ({ kind: 'table', table: name });
  const students = { kind: 'role', role: { role: 'student' } };
  const letter = (/** @type {number} */ round) => 'ABCDEFGHJKLMNPRSTW'.charAt(round % 18);
  /** @type {Map<string, readonly any[]>} */
  const known = new Map();
  const first = async (/** @type {any} */ server, /** @type {object} */ of) => {
    const key = JSON.stringify(of);
    const nodes = known.get(key) ?? (await list(server, of));
    known.set(key, nodes);
    return nodes;
  };
  const answer = async (
    /** @type {any} */ server,
    /** @type {string} */ method,
    /** @type {object} */ params,
  ) => {
    const outcome = await server.request(`oneroster/${method}`, { rosterUri, ...params });
    if (outcome?.ok !== true) throw new Error(JSON.stringify(outcome));
    return outcome.value;
  };
  const list = (/** @type {any} */ server, /** @type {object} */ of) =>
    answer(server, 'explorerChildren', { of });
  const records = (/** @type {object} */ of, /** @type {object} */ part = {}) => ({
    kind: 'records',
    of,
    part,
  });
  return [
    question('tree: what is in the roster', (server) => list(server, { kind: 'groups' })),
    question('tree: the roles of people', (server) => list(server, { kind: 'roles' })),
    question('tree: schools with their counts', (server) => list(server, records(table('orgs')))),
    question('tree: classes by letter', (server) => list(server, records(table('classes')))),
    question('tree: students by letter', (server) => list(server, records(students))),
    question('tree: students of a letter', (server, round) =>
      list(server, records(students, { letter: letter(round) })),
    ),
    question('tree: who is in a class', async (server, round) => {
      const nodes = await first(server, records(table('classes'), { from: 0, count: 150 }));
      const { sourcedId } = nodes[round % nodes.length] ?? {};
      return list(server, records({ kind: 'members', id: sourcedId }));
    }),
    question('tree: the targets', (server) => answer(server, 'explorerTargets', {})),
  ];
}

/**
 * @param {string} what
 * @param {import('./questions.mjs').Question['ask']} ask
 * @returns {import('./questions.mjs').Question}
 */
function question(what, ask) {
  // Of these the server announces nothing: they are its own. It colours tables, so it knows them.
  return { what, provider: 'semanticTokensProvider', ask };
}
