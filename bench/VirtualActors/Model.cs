using Bench.Measurement.Hosting;

[assembly: Model(
    "virtualactors",
    "Virtual actors (Orleans)",
    "Orleans grains in one silo: state behind a reference that is always there, asked by awaited calls.",
    OnRequest = true
)]
[assembly: ConcurrencyPrimitive("Grain", "Grain", "IGrainWithIntegerKey", "UnitGrain", "IUnit")]
[assembly: ConcurrencyPrimitive("GrainReference", "GetGrain", "IGrainFactory", "Activate", "Grains")]
[assembly: ConcurrencyPrimitive("Reentrant", "Reentrant")]
[assembly: ConcurrencyPrimitive("OneWay", "OneWay")]
[assembly: ConcurrencyPrimitive("Immutable", "Immutable")]
[assembly: ConcurrencyPrimitive("Deactivation", "DeactivateOnIdle", "Retire")]
[assembly: NotANaturalFit(
    "scenario",
    "A share of the requests blocks its thread, and grains run on the ThreadPool: the documentation forbids blocking in a grain."
)]
[assembly: NotANaturalFit(
    "forkjoin",
    "A grain is an identity that outlives its calls; a tree of units that each live for one addition would be an activation and a deactivation per node."
)]
[assembly: NotANaturalFit(
    "handoff",
    "A grain's queue of calls has no bound and hands nothing over: between producers and consumers stands a queue or Orleans Streams, whose provider would be measured."
)]
[assembly: NotANaturalFit(
    "boundedbuffer",
    "Consumers that wait for items held elsewhere are what queues and Orleans Streams are for; a grain in between would be a lock with an activation."
)]
[assembly: NotANaturalFit(
    "pipeline",
    "Stages without an identity that pass every item on are a pipeline's: in Orleans it runs beside the grains, or over Orleans Streams, whose provider would be measured."
)]
[assembly: NotANaturalFit(
    "diamond",
    "As the pipeline: branches and a join without an identity are no grains, and bounded room between them is a stream provider's."
)]
[assembly: NotANaturalFit(
    "streaming",
    "Subscribers are connections that come and go: grains reach them by observers or Orleans Streams, and what waits or is dropped there is in buffers outside the grains."
)]
[assembly: NotANaturalFit(
    "stencil",
    "Blocks of one computation that meet at a barrier in every sweep are work for a loop over processors; grains neither share memory nor pin threads."
)]
[assembly: NotANaturalFit(
    "sieve",
    "A chain that grows by one unit after the other and lives for one computation has no identities to address."
)]
[assembly: NotANaturalFit(
    "predictable",
    "Grain timers and reminders promise a turn some time after they are due, behind whatever the grain does: nothing to keep a time of milliseconds with."
)]
[assembly: NotANaturalFit(
    "scopes",
    "A grain has no children: what it calls goes on when its caller has gone, unless each call takes a token and heeds it."
)]
[assembly: NotANaturalFit(
    "abandoned",
    "Nothing in Orleans stops a grain because its caller went away, and its directory keeps it until it has been idle for minutes: a job's pipeline is no grain."
)]
[assembly: NotANaturalFit(
    "leak",
    "Background work of a request is a task within whoever starts it or a one-way call; both are the ThreadPool's tasks, which the tasks model measures."
)]
[assembly: NotANaturalFit(
    "supervised",
    "Grains have no supervisor: a failed call throws at its caller, and retries and breakers are Polly's in the caller, as the tasks model has them."
)]
