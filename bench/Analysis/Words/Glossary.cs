namespace Bench.Analysis.Words;

/// <summary>The words that a reader of figures and verdicts meets: every metric of the catalogue, every verdict and every outcome.</summary>
public static class Glossary
{
    private const string MetricKind = "metric";
    private const string VerdictKind = "verdict";
    private const string OutcomeKind = "outcome of a claim";
    private const string TermsKind = "terms";
    private const string WordKind = "word";

    /// <summary>All entries: metrics first, in the order of the report.</summary>
    public static IReadOnlyList<GlossaryEntry> All { get; } =
    [
        Rate(
            "throughput",
            "Operations that ended (completed, failed or timed out) per second of the measured window.",
            "Where load is offered at a rate (an open loop), no model can exceed that rate: equal throughput then says nothing of capacity, which run --capacity looks for."
        ),
        Rate(
            "goodput",
            "Operations that completed in time per second of the measured window.",
            "Throughput counts failures, goodput does not: where they part, the model is overloaded."
        ),
        Latency(
            "mean",
            "Mean of all operations' latencies.",
            "Throughput × mean latency must equal the operations in flight (Little's law); samples that miss it by more than 10 % are refused."
        ),
        Latency("p50", "The latency that half of the operations stay within.", "Says nothing of the tail."),
        Latency("p90", "The latency that 90 % of the operations stay within.", "The beginning of the tail."),
        Latency("p95", "The latency that 95 % of the operations stay within.", "One in twenty waits longer."),
        Latency(
            "p99",
            "The latency that 99 % of the operations stay within.",
            "One in a hundred waits longer."
        ),
        Latency(
            "p999",
            "The latency that 99.9 % of the operations stay within.",
            "Rests on few operations when a sample has fewer than some ten thousand; its interval shows that."
        ),
        Latency(
            "max",
            "The longest latency of any operation.",
            "One event decides it: longer samples have longer ones. Compare it only between samples of the same length."
        ),
        Cost(
            "errorRate",
            "Share of intended operations that did not complete in time: failed, refused or timed out.",
            "Latency is that of operations that ended: a model that refuses many can look fast, and this is where it shows."
        ),
        Cost(
            "peakResident",
            "Most resident memory of the process during the window.",
            "Holds the runtime's own memory, some tens of MiB, so that ratios between models are smaller than those of what they add."
        ),
        Cost(
            "steadyResident",
            "Resident memory of the process while load was steady.",
            "Holds the runtime's own memory, as peakResident does."
        ),
        Cost(
            "addedResident",
            "Steady resident memory less that of the bare process before the lane was set up.",
            "What the lane added. Noise of some hundred KiB can make a small one negative."
        ),
        Cost(
            "managedHeap",
            "Size of the managed heap at the end of the window.",
            "Garbage that was not yet collected is in it; thread stacks are not."
        ),
        Cost(
            "allocatedPerOperation",
            "Bytes allocated on the managed heap per operation, by the whole process.",
            "Says how much work the garbage collector gets; what lives long costs more than what dies young."
        ),
        Cost(
            "processorSecondsPerOperation",
            "Processor time of the whole process per operation.",
            "On a small machine the load generator shares it: its own part is the same for all models of a workload."
        ),
        Cost(
            "contextSwitchesPerOperation",
            "Times that the system took a thread off a processor, per operation.",
            "Threads that block switch; tasks, channels and actors that wait do not."
        ),
        Cost(
            "unitsCreated",
            "Threads, tasks, workers or actors that were really created.",
            "Counted by the units themselves: rates per unit are worth nothing without it."
        ),
        Cost(
            "threadsPeak",
            "Most threads of the process at once, those of the runtime and of the generator included.",
            "A pool that grows under blocking calls shows here."
        ),
        Cost(
            "gcPauseTotal",
            "Time that garbage collections stopped all threads, in all of the window.",
            "Divide by the window's length for the share of time lost."
        ),
        Cost(
            "gcPauseP99",
            "The pause that 99 % of the window's garbage collections stay within; of fewer than a hundred, the longest.",
            "Of the pauses that the sampler saw, which looks every 20 ms."
        ),
        Cost(
            "waitingFraction",
            "Share of units' lifetimes spent waiting on queues, locks and for a turn: neither in a step, nor at the backend, nor on a processor.",
            "Only traced samples have it. Units that are more than there are processors must wait: a high share alone is no fault."
        ),
        new(
            "better",
            VerdictKind,
            "The whole 99 % interval of the ratio, over paired rounds, lies on the good side of 1.",
            "A difference is shown; whether it matters is for the reader, who has the ratio."
        ),
        new(
            "worse",
            VerdictKind,
            "The whole 99 % interval of the ratio, over paired rounds, lies on the bad side of 1.",
            "As better, the other way round."
        ),
        new(
            "equivalent",
            VerdictKind,
            "The 95 % interval of the ratio lies within the margin, 5 % unless told otherwise (two one-sided tests).",
            "Shown to be about equal, which is more than no difference having been found."
        ),
        new(
            "inconclusive",
            VerdictKind,
            "The rounds at hand show neither a difference nor equivalence.",
            "Not a tie. The verdict says how many further rounds would probably decide; run --until-decided measures them."
        ),
        new(
            "holds",
            OutcomeKind,
            "The whole 99 % interval lies on the claimed side of the threshold.",
            "On this machine, for these parameters."
        ),
        new(
            "refuted",
            OutcomeKind,
            "The whole 99 % interval lies on the other side of the threshold.",
            "On this machine, for these parameters; that it is refuted on equal terms and holds as told means that it was the configuration, not the model."
        ),
        new(
            "undecided",
            OutcomeKind,
            "There are samples, and their interval contains the threshold.",
            "The ledger says how many further rounds would probably decide."
        ),
        new(
            "not measured",
            OutcomeKind,
            "The run has no samples of an arm of the claim.",
            "claims --run measures what is missing."
        ),
        new(
            "not measurable here",
            OutcomeKind,
            "This machine, or this model, lacks the means.",
            "For example hardware counters in a virtual machine. Nothing is estimated in their place."
        ),
        new(
            "told",
            TermsKind,
            "Each arm is configured as the article has it, for example a fixed pool of 200 threads against 1,000 workers.",
            "A difference may belong to the configuration: look at equal terms beside it."
        ),
        new(
            "equal",
            TermsKind,
            "The same limits, queue bounds and backend for all models: only the model differs.",
            "A difference that is there as told and not here belonged to the configuration."
        ),
        new(
            "round",
            WordKind,
            "Every case once, each in a process of its own, in an order drawn from the seed.",
            "Comparisons pair arms within a round, so that a slow quarter of an hour falls on all alike."
        ),
        new(
            "sample",
            WordKind,
            "What one process did in one round.",
            "Refused, with the reason, when its operations do not add up, its generator was late, it misses Little's law or its invariant broke."
        ),
        new(
            "unit",
            WordKind,
            "One thread, task, worker or actor.",
            "Created, alive at most and alive at the end are counted and shown beside rates."
        ),
    ];

    /// <summary>The entry of a word; null when there is none.</summary>
    public static GlossaryEntry? Find(string word) =>
        All.FirstOrDefault(entry => string.Equals(entry.Word, word, StringComparison.OrdinalIgnoreCase));

    private static GlossaryEntry Rate(string word, string meaning, string reading) =>
        new(word, MetricKind, meaning, $"More is better. {reading}");

    private static GlossaryEntry Cost(string word, string meaning, string reading) =>
        new(word, MetricKind, meaning, $"Less is better. {reading}");

    private static GlossaryEntry Latency(string word, string meaning, string reading) =>
        new(
            word,
            MetricKind,
            $"{meaning} It counts from when an operation was meant to start, so that a stall is charged to all that it delayed.",
            $"Less is better. {reading}"
        );
}
