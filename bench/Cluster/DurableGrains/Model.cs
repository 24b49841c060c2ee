using Bench.Measurement.Faults;
using Bench.Measurement.Hosting;

[assembly: Model(
    "durable",
    "Durable grains (Orleans on PostgreSQL)",
    "Orleans grains in several processes, found by key: what a request changes is in PostgreSQL before it is acknowledged; the client is a process of its own.",
    OnRequest = true
)]
[assembly: FaultTarget(isDurable: true)]
[assembly: ConcurrencyPrimitive("Grain", "Grain", "IGrainWithIntegerKey", "StoredGrain")]
[assembly: ConcurrencyPrimitive("GrainReference", "GetGrain", "IGrainFactory", "Grains")]
[assembly: ConcurrencyPrimitive("Reentrant", "Reentrant")]
[assembly: ConcurrencyPrimitive(
    "PersistentState",
    "PersistentState",
    "IPersistentState",
    "WriteStateAsync",
    "SaveAsync"
)]
[assembly: ConcurrencyPrimitive("Placement", "HashBasedPlacement")]
[assembly: NotANaturalFit(
    "pingpong",
    "A ball that is played back leaves nothing to be kept: the model 'virtualactors' measures the call, and the writes of inventory and payments what durability adds."
)]
[assembly: NotANaturalFit(
    "footprint",
    "A unit that waits is a row in a table and costs no memory until it is called; one that is activated is what the model 'virtualactors' measures."
)]
[assembly: NotANaturalFit(
    "forkjoin",
    "A tree of units that each live for one addition has nothing that should outlive the process."
)]
[assembly: NotANaturalFit(
    "handoff",
    "Producers and consumers that hand items over through a bounded queue are what a broker is for; grains are found by identity."
)]
[assembly: NotANaturalFit(
    "boundedbuffer",
    "As the hand-off: a durable queue between processes is a broker's, not a grain's."
)]
[assembly: NotANaturalFit(
    "stencil",
    "Blocks of one computation that meet at a barrier in every sweep are work for a loop over shared memory."
)]
[assembly: NotANaturalFit(
    "predictable",
    "A tick every few milliseconds is kept by a timer of one process; a write for each would be its jitter."
)]
[assembly: NotWritten(
    "Not written for durable grains: it has the services whose state must survive a process, inventory and payments; the others keep nothing that a restart would have to find."
)]
