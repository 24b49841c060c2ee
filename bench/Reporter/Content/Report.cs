using Bench.Reporter.Backends;
using Bench.Reporter.Beside;

namespace Bench.Reporter.Content;

/// <summary>Everything that a template prints.</summary>
/// <param name="Run">Id of the run.</param>
/// <param name="Headline">How much was measured, where and when.</param>
/// <param name="First">What the first screen says before any table.</param>
/// <param name="Best">Who is best where; empty for a capacity run.</param>
/// <param name="Answers">The answers, one sentence each.</param>
/// <param name="Remarks">Whether the run can be trusted.</param>
/// <param name="Beside">This run beside an earlier one; empty when it stands alone.</param>
/// <param name="Backends">The simulated backend beside real ones; empty when the run has not both.</param>
/// <param name="Capacities">The capacities of a capacity run's workloads; empty in every other run.</param>
/// <param name="Ledger">Claims and what the samples make of them; empty when no claim can be judged.</param>
/// <param name="Summary">Workload × model.</param>
/// <param name="Workloads">The workloads.</param>
/// <param name="Floors">The lanes beside their models' public benchmarks; empty when they were not measured.</param>
/// <param name="Faults">What faults did to clusters; empty when none was tried.</param>
/// <param name="Method">How it was measured, a paragraph each.</param>
/// <param name="Facts">Machine, runtime and run.</param>
/// <param name="Validity">Tables on refused samples, cases out of reach and the A/A arm; empty ones are left out.</param>
/// <param name="Command">The command that repeats the run.</param>
internal sealed record Report(
    string Run,
    string Headline,
    IReadOnlyList<Fact> First,
    IReadOnlyList<Table> Best,
    IReadOnlyList<AnswerLine> Answers,
    IReadOnlyList<Remark> Remarks,
    IReadOnlyList<BesideSection> Beside,
    IReadOnlyList<BackendSection> Backends,
    IReadOnlyList<CapacitySection> Capacities,
    IReadOnlyList<LedgerSection> Ledger,
    Table Summary,
    IReadOnlyList<WorkloadSection> Workloads,
    IReadOnlyList<FloorSection> Floors,
    IReadOnlyList<FaultSection> Faults,
    IReadOnlyList<string> Method,
    IReadOnlyList<Fact> Facts,
    IReadOnlyList<Table> Validity,
    string Command
);
