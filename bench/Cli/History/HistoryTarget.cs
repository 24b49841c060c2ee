using Bench.Cli.Terminal;
using Bench.Results.History;

namespace Bench.Cli.History;

/// <summary>Which history a verb works on.</summary>
internal static class HistoryTarget
{
    /// <summary>The environment variable that names it where the option does not: a connection string stays out of the list of processes.</summary>
    public const string Variable = "BENCH_HISTORY";

    /// <summary>Help text of <c>--history</c>.</summary>
    public const string Help =
        "The history: an SQLite file (reports/history.db by default) or a PostgreSQL database, postgresql://USER@HOST/DATABASE; also by BENCH_HISTORY.";

    /// <summary>The file that is taken when nothing is said.</summary>
    public static string DefaultFile => Path.Combine(BuildFacts.Repository, "reports", "history.db");

    /// <summary>Opens the history.</summary>
    /// <param name="option">What <c>--history</c> says; null when it is not given.</param>
    /// <param name="create">Make the file when it is not there.</param>
    /// <exception cref="Results.ResultsException">It cannot be used: what, where and what next, never with a password.</exception>
    public static IHistoryStore Open(string? option, bool create = false) =>
        Histories.Open(
            option ?? FromEnvironment() ?? DefaultFile,
            create,
            text => Talk.Line($"notice: {text}")
        );

    private static string? FromEnvironment() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } value ? value : null;
}
