import { allAtOnce, type Steps } from '../steps';

/** Something that answers are worked out from. Its revision rises with every change. */
export class Source {
  revision = 0;
  /** The last watch that has noted it: most are looked at again and again. */
  notedIn = 0;
}

/** What an answer was worked out from, and how that was then. */
export class Basis {
  readonly sources: readonly Source[];
  readonly #revisions: readonly number[];

  constructor(sources: readonly Source[]) {
    this.sources = sources;
    this.#revisions = sources.map(({ revision }) => revision);
  }

  /** Whether nothing has changed since, a source that is left out aside. */
  isCurrent(leftOut?: Source): boolean {
    for (const [index, source] of this.sources.entries()) {
      if (source.revision !== this.#revisions[index] && source !== leftOut) return false;
    }
    return true;
  }
}

/** An answer with what it was worked out from. */
export interface Watched<T> {
  readonly value: T;
  readonly basis: Basis;
}

/**
 * Notes what is looked at while something is worked out, so that it need not be worked out again before any of that has changed.
 * Whoever looks at a source has it noted; nobody has to say beforehand what an answer depends on.
 */
export class Tracker {
  #noted: Set<Source> | undefined;
  #watch = 0;
  #watches = 0;

  note(source: Source): void {
    if (source.notedIn === this.#watch || this.#noted === undefined) return;
    source.notedIn = this.#watch;
    this.#noted.add(source);
  }

  /** Works something out, and says from what. */
  watch<T>(work: () => T): Watched<T> {
    const noted = new Set<Source>();
    const value = this.#noteIn(noted, work);
    return { value, basis: new Basis([...noted]) };
  }

  /** As `watch`, in steps. What others look at between two of them is not noted. */
  *watchSteps<T>(steps: Steps<T>): Steps<Watched<T>> {
    const noted = new Set<Source>();
    for (;;) {
      const step = this.#noteIn(noted, () => steps.next());
      if (step.done === true) return { value: step.value, basis: new Basis([...noted]) };
      yield;
    }
  }

  #noteIn<T>(noted: Set<Source>, work: () => T): T {
    const outer = this.#noted;
    this.#noted = noted;
    this.#watch = ++this.#watches;
    try {
      return work();
    } finally {
      this.#noted = outer;
      this.#watch = ++this.#watches;
      for (const source of noted) this.note(source);
    }
  }

  /** Works something out at the first call, and again where what it was worked out from has changed. */
  derive<T>(work: () => T): () => T {
    let known: Watched<T> | undefined;
    return () => {
      if (known?.basis.isCurrent() !== true) known = this.watch(work);
      else for (const source of known.basis.sources) this.note(source);
      return known.value;
    };
  }
}

/** As what `derive` gives, for what takes long: it may be worked out in steps beforehand, and is there at the first call then. */
export class DerivedInSteps<T> {
  readonly #tracker: Tracker;
  readonly #work: () => Steps<T>;
  #known: Watched<T> | undefined;

  constructor(tracker: Tracker, work: () => Steps<T>) {
    this.#tracker = tracker;
    this.#work = work;
  }

  value(): T {
    const known = this.#recall() ?? this.#tracker.watch(() => allAtOnce(this.#work()));
    this.#known = known;
    return known.value;
  }

  /** Works it out, unless it is. */
  *steps(): Steps<void> {
    if (this.#recall() === undefined) this.#known = yield* this.#tracker.watchSteps(this.#work());
  }

  #recall(): Watched<T> | undefined {
    if (this.#known?.basis.isCurrent() !== true) return undefined;
    for (const source of this.#known.basis.sources) this.#tracker.note(source);
    return this.#known;
  }
}
