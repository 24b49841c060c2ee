using Bench.Measurement.Faults;
using Bench.Measurement.Hosting;

[assembly: Model(
    "cluster",
    "Sharded actors (cluster)",
    "Akka.NET Cluster Sharding over several processes: an entity per product or account in one of the nodes, found by its id; the client is a process of its own.",
    OnRequest = true
)]
[assembly: FaultTarget(isDurable: false)]
[assembly: ConcurrencyPrimitive("Entity", "Entity", "ShardClient", "ShardRegion")]
[assembly: ConcurrencyPrimitive("Tell", "Tell", "Ask", "Answer")]
[assembly: ConcurrencyPrimitive("PipeTo", "PipeTo")]
[assembly: ConcurrencyPrimitive("Actor", "UntypedActor", "Self", "Sender")]
[assembly: NotANaturalFit(
    "footprint",
    "What a waiting unit costs is that of an actor, which the model 'actors' measures; a cluster adds only where it is."
)]
[assembly: NotANaturalFit(
    "forkjoin",
    "A tree of units that each live for one addition would send every node of it over a socket."
)]
[assembly: NotANaturalFit(
    "handoff",
    "Producers and consumers that hand items over through a bounded queue are what a broker is for; sharding routes by identity."
)]
[assembly: NotANaturalFit(
    "boundedbuffer",
    "As the hand-off: a queue between processes is a broker's, not a sharded entity's."
)]
[assembly: NotANaturalFit(
    "stencil",
    "Blocks of one computation that meet at a barrier in every sweep are work for a loop over shared memory."
)]
[assembly: NotANaturalFit(
    "predictable",
    "A tick every few milliseconds is kept by a timer of one process; nothing of it is to be spread."
)]
[assembly: NotWritten(
    "Not written for the cluster: it has the services whose state lives longer than a request and is spread by a key; the others would be those of the model 'actors' in one of the nodes."
)]
