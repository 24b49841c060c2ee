using Bench.Measurement.Hosting;

[assembly: Model(
    "parallel",
    "Data-parallel loops",
    "Loops whose iterations run side by side (Parallel and Partitioner), over data that is there; the loop ends when all of them have.",
    OnRequest = true
)]
[assembly: NotANaturalFit(
    "abandoned",
    "A loop fetches its items itself and ends before whoever called it goes on: there is no pipeline that a consumer could leave behind."
)]
[assembly: NotANaturalFit(
    "footprint",
    "A loop has about as many workers as there are processors, and they are to compute: there is nothing that could be parked."
)]
[assembly: NotANaturalFit(
    "gateway",
    "Requests come one by one and are put together by time: when there is a batch to loop over, a single call is all that is left to do."
)]
[assembly: NotANaturalFit(
    "handoff",
    "Iterations must not wait for each other, as nobody promises that they run at the same time; producers and consumers do nothing else."
)]
[assembly: NotANaturalFit(
    "inventory",
    "Requests come one by one and each is answered by itself: there is no collection to loop over."
)]
[assembly: NotANaturalFit(
    "leak",
    "A loop returns when its work is done: what is started and left to itself is a task."
)]
[assembly: NotANaturalFit(
    "payments",
    "Payments come one by one and each is answered by itself: there is no collection to loop over."
)]
[assembly: NotANaturalFit(
    "pingpong",
    "Iterations must not wait for each other, as nobody promises that they run at the same time; ping and pong do nothing else."
)]
[assembly: NotANaturalFit(
    "predictable",
    "A loop does what is there as fast as it can; it knows no time at which an iteration is due."
)]
[assembly: NotANaturalFit(
    "routing",
    "Handlers outlive the events that come to them one by one, and fail one by one: a loop has no units to replace."
)]
[assembly: NotANaturalFit(
    "sharedmap",
    "Callers are to be there at the same time, each until it has had enough: a loop promises neither how many iterations run at once nor that any two do."
)]
[assembly: NotANaturalFit(
    "streaming",
    "A loop over the subscribers ends with the slowest of them, and every other one would wait for that with its next event."
)]
[assembly: NotANaturalFit(
    "supervised",
    "Items come one by one and some are to be tried again later: a loop has no place to send them back to."
)]
[assembly: NotANaturalFit(
    "banking",
    "Tellers are to get on at the same time: a loop would take a few of them through their day before the others begin."
)]
[assembly: NotANaturalFit(
    "philosophers",
    "Iterations must not wait for each other, and philosophers wait for their neighbours' forks."
)]
[assembly: NotANaturalFit(
    "sieve",
    "Candidates go from unit to unit in order, and units come as primes do: a loop would cut the numbers into ranges, which is another sieve."
)]
[assembly: NotANaturalFit(
    "big",
    "Units that ask each other and wait are no data to be cut into parts: an iteration that awaits another one may wait for ever."
)]
[assembly: NotANaturalFit(
    "boundedbuffer",
    "Producers and consumers that wait for each other are not iterations of a loop, which are to be independent."
)]
[assembly: NotANaturalFit(
    "chameneos",
    "Each meeting depends on who met before: there is no part of the work that could be done beside another."
)]
[assembly: NotANaturalFit(
    "threadring",
    "A token that goes from one to the next is a chain of steps that depend on each other: nothing is there to be done in parallel."
)]
[assembly: NotANaturalFit(
    "scenario",
    "Requests come one by one and each is answered by itself: there is no collection to loop over."
)]
