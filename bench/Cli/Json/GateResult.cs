using Bench.Analysis.Gating;
using Bench.Results;

namespace Bench.Cli.Json;

/// <summary>The document of <c>gate --json</c>, and <c>gate.json</c> in the folder of its run.</summary>
/// <param name="SchemaVersion">1.</param>
/// <param name="Outcome"><c>passed</c>, <c>failed</c> or <c>inconclusive</c>.</param>
/// <param name="Advisory">True when the exit code is 0 all the same.</param>
/// <param name="Run">Id of the run; null when nothing had to be measured.</param>
/// <param name="Base">The build that is compared with.</param>
/// <param name="Head">The build that is judged.</param>
/// <param name="Margin">Largest relative loss that is allowed.</param>
/// <param name="Why">Why these cases were chosen.</param>
/// <param name="Notes">What else a reader must know.</param>
/// <param name="Findings">What it says of each case in each metric.</param>
/// <param name="Omitted">What could not be compared.</param>
/// <param name="Command">The command that repeats it.</param>
internal sealed record GateResult(
    int SchemaVersion,
    GateOutcome Outcome,
    bool Advisory,
    string? Run,
    GateSide Base,
    GateSide Head,
    double Margin,
    IReadOnlyList<string> Why,
    IReadOnlyList<string> Notes,
    IReadOnlyList<ListedFinding> Findings,
    IReadOnlyList<OmittedCase> Omitted,
    string Command
)
{
    public static GateResult Of(GateAnalysis gate) =>
        Nothing(gate.Run.Manifest.Gate!, gate.Run.Manifest.Command) with
        {
            Outcome = gate.Outcome,
            Run = gate.Run.Manifest.Run,
            Findings =
            [
                .. gate.Findings.Select(finding => new ListedFinding(
                    finding.Case,
                    finding.Decides,
                    finding.Outcome,
                    finding.Reason,
                    finding.Verdict
                )),
            ],
        };

    public static GateResult Nothing(GatePlan plan, string command) =>
        new(
            1,
            GateOutcome.Passed,
            plan.Advisory,
            null,
            plan.Base,
            plan.Head,
            plan.Margin,
            plan.Why,
            plan.Notes,
            [],
            plan.Omitted,
            command
        );
}
