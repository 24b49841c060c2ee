using Bench.Measurement.Hosting;

[assembly: Model(
    "sequential",
    "One after the other",
    "No concurrency: one thread does one thing after the other. Where a workload hands work over and must not wait, a queue is before it.",
    OnRequest = true
)]
[assembly: NotANaturalFit(
    "footprint",
    "Many units that wait at the same time are the question: one after the other there is a single one, and it does not wait."
)]
[assembly: NotANaturalFit(
    "handoff",
    "Handing over between producers and consumers that run at the same time is the question: in one thread it is a method call."
)]
[assembly: NotANaturalFit(
    "inventory",
    "One call of 44 ms to the backend after the other answers 22 requests a second; 500 users ask for some 480, and what would be measured is their deadline."
)]
[assembly: NotANaturalFit(
    "leak",
    "Whatever blocks lets nothing else happen: there is no background in which work could pile up."
)]
[assembly: NotANaturalFit(
    "payments",
    "One call of 5 ms to the bank after the other settles 200 payments a second; 1,000 and more come, and what would be measured is the queue."
)]
[assembly: NotANaturalFit(
    "pingpong",
    "Request and reply between two units are the question: in one thread they are a method call and its return."
)]
[assembly: NotANaturalFit(
    "scopes",
    "Children that run at the same time are the question; one after the other a request takes 160 ms, and 50 come in a second."
)]
[assembly: NotANaturalFit(
    "sessions",
    "One page after the other takes 110 ms each, and 160 are asked for in a second. Pages at once whose parts come one after the other are a variant of other models."
)]
[assembly: NotANaturalFit(
    "streaming",
    "Sending takes 5 ms and more: to send 40 events a second to 50 subscribers one after the other takes ten seconds of each second."
)]
[assembly: NotANaturalFit(
    "supervised",
    "Three calls of 2 ms one after the other let some 160 items a second pass; 500 come, and what would be measured is the queue."
)]
[assembly: NotANaturalFit(
    "philosophers",
    "Agreeing on forks that others want at the same time is the question: one after the other nobody ever meets a neighbour."
)]
[assembly: NotANaturalFit(
    "big",
    "Units that talk to each other at the same time are the question: in one thread a ping and its pong are a method call and its return."
)]
[assembly: NotANaturalFit(
    "boundedbuffer",
    "Sharing a buffer between producers and consumers that run at the same time is the question: in one thread nobody ever waits for room."
)]
[assembly: NotANaturalFit(
    "chameneos",
    "Meeting whoever else comes at the same time is the question: one after the other nobody contends for the mall."
)]
[assembly: NotANaturalFit(
    "threadring",
    "Waking the next unit is the question: in one thread a hop is a method call."
)]
[assembly: NotANaturalFit(
    "scenario",
    "A request makes calls at once and others are in work beside it: one after the other, what would be measured is the deadline."
)]
