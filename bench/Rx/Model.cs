using Bench.Measurement.Hosting;

[assembly: Model(
    "rx",
    "Reactive streams",
    "Queries over pushed sequences, composed of System.Reactive's operators, with schedulers where they run side by side.",
    OnRequest = true
)]
[assembly: NotANaturalFit(
    "big",
    "Units that ask each other and answer each other meanwhile are a mailbox each: every reply would go back against the flow."
)]
[assembly: NotANaturalFit(
    "boundedbuffer",
    "Every observer gets every item, so consumers cannot share a buffer, and those that ObserveOn keeps have no bound."
)]
[assembly: NotANaturalFit(
    "chameneos",
    "Two of whoever comes are a buffer of two, but both are to be told and to come again: a query has no way back from its observers to its source."
)]
[assembly: NotANaturalFit(
    "footprint",
    "A subscription that waits is an entry in a list of observers and runs nothing: there is no unit to park or to wake."
)]
[assembly: NotANaturalFit(
    "forkjoin",
    "A subtask has one result, which is a task; a tree of sequences of one element each would measure what Rx adds to it."
)]
[assembly: NotANaturalFit(
    "handoff",
    "Every observer gets every item, so consumers cannot share a queue, and those that ObserveOn keeps have no bound."
)]
[assembly: NotANaturalFit(
    "inventory",
    "A request with one reply about a shared stock is a call to await: unrelated to the one before, it gains nothing from being part of a sequence."
)]
[assembly: NotANaturalFit(
    "orderbook",
    "An owner behind a bounded queue is a loop that pulls; Rx pushes, and its queues have no bound."
)]
[assembly: NotANaturalFit(
    "pingpong",
    "Sequences flow one way: two subjects that answer each other are a loop through a scheduler, where one would await a task."
)]
[assembly: NotANaturalFit(
    "routing",
    "An error ends a sequence, and what waits in its queues is gone with it: handlers that are replaced and read on belong to loops and actors."
)]
[assembly: NotANaturalFit(
    "sharedmap",
    "Callers share one map at the same time; Rx composes what is handed on and has nothing for what is shared."
)]
[assembly: NotANaturalFit(
    "stencil",
    "Sweeps over a grid with a barrier after each are loops over data at rest, not sequences in time."
)]
[assembly: NotANaturalFit(
    "philosophers",
    "Forks are shared and taken in turn; Rx composes what is handed on and has nothing for what is shared."
)]
[assembly: NotANaturalFit(
    "banking",
    "A transfer is a call with one outcome on two accounts that others share: unrelated to the one before, it gains nothing from being part of a sequence."
)]
[assembly: NotANaturalFit(
    "sieve",
    "The chain grows from within while numbers flow, which a query cannot: it takes subjects written to by hand, which Rx's own guidelines advise against."
)]
[assembly: NotANaturalFit(
    "threadring",
    "Sequences flow one way: a token that comes round again is a loop of subjects through a scheduler, where one would await a task."
)]
[assembly: ConcurrencyPrimitive("Observable", "Observable", "IObservable", "IObserver")]
[assembly: ConcurrencyPrimitive("Subject", "Subject", "ISubject")]
[assembly: ConcurrencyPrimitive("ObserveOn", "ObserveOn", "SubscribeOn", "ObserveOnThreadPool")]
[assembly: ConcurrencyPrimitive(
    "RxScheduler",
    "IScheduler",
    "TaskPoolScheduler",
    "ThreadPoolScheduler",
    "EventLoopScheduler"
)]
[assembly: ConcurrencyPrimitive("Merge", "Merge")]
[assembly: ConcurrencyPrimitive("SelectAwait", "SelectAwait", "AwaitOperation")]
[assembly: NotANaturalFit(
    "scenario",
    "A request with one reply about a shared state is a call to await: unrelated to the one before, it gains nothing from being part of a sequence."
)]
