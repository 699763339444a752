import type { Overview } from '../../core/overview/overview';
import type { Preview } from '../../core/preview/preview';
import { roleWord } from '../../core/text/role-word';
import type { Say } from '../../core/text/say';

/** A preview with what its profile says in the reader's language. */
export function previewInLanguage(preview: Preview, say: Say): Preview {
  const { profile, known, assumed } = preview;
  return {
    ...preview,
    profile: { ...profile, title: say(profile.title) },
    known: known.map((fact) => ({ ...fact, text: say(fact.text) })),
    assumed: assumed.map((text) => say(text)),
  };
}

/** A roster in numbers with what its profile and rules say in the reader's language. */
export function overviewInLanguage(overview: Overview, say: Say): Overview {
  const { profile, roles, problems } = overview;
  return {
    ...overview,
    profile: say(profile),
    roles: roles.map(({ label, count }) => ({ label: roleWord(label, say), count })),
    problems: problems.map((problem) => ({ ...problem, summary: say(problem.summary) })),
  };
}
