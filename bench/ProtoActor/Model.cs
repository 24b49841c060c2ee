using Bench.Measurement.Hosting;

[assembly: Model(
    "proto",
    "Proto.Actor",
    "Proto.Actor actors: state behind a mailbox on the ThreadPool; an actor may await, and its mailbox waits.",
    OnRequest = true
)]
[assembly: ConcurrencyPrimitive("Actor", "IActor", "PID")]
[assembly: ConcurrencyPrimitive("ActorContext", "IContext", "IRootContext", "RootContext")]
[assembly: ConcurrencyPrimitive("Ask", "RequestAsync")]
[assembly: ConcurrencyPrimitive("Reenter", "ReenterAfter", "ReenterAfterCancellation")]
[assembly: ConcurrencyPrimitive("Supervision", "ISupervisorStrategy", "AlwaysRestartStrategy")]
[assembly: ConcurrencyPrimitive("ActorTimers", "SendOnce", "SendRepeatedly")]
[assembly: ConcurrencyPrimitive("PoisonPill", "StopAsync", "PoisonAsync")]
[assembly: NotANaturalFit(
    "scenario",
    "A share of the requests blocks its thread, and all its actors run on the ThreadPool: threads kept for what blocks, which the mix asks for, would be code beside the library."
)]
