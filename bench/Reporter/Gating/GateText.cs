using Bench.Reporter.Content;

namespace Bench.Reporter.Gating;

/// <summary>Everything that the comment of a gate prints.</summary>
/// <param name="Verdict">The answer in one sentence.</param>
/// <param name="Lines">What was compared, and how long it took.</param>
/// <param name="Notable">Worse, better and undecided, one table; none when there is nothing of that.</param>
/// <param name="All">Every comparison, one table; none when nothing was measured.</param>
/// <param name="Chosen">Why these cases.</param>
/// <param name="Omitted">What could not be compared, one table or none.</param>
/// <param name="Remarks">Whether the run can be trusted.</param>
/// <param name="Command">The command that repeats it.</param>
internal sealed record GateText(
    string Verdict,
    IReadOnlyList<string> Lines,
    IReadOnlyList<Table> Notable,
    IReadOnlyList<Table> All,
    IReadOnlyList<string> Chosen,
    IReadOnlyList<Table> Omitted,
    IReadOnlyList<Remark> Remarks,
    string Command
);
