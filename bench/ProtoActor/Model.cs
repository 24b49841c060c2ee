using Bench.Measurement.Hosting;

[assembly: Model(
    "proto",
    "Proto.Actor",
    "Proto.Actor actors: state behind a mailbox on the ThreadPool; an actor may await, and its mailbox waits.",
    OnRequest = true
)]
