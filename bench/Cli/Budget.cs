using Bench.Measurement.Planning;

namespace Bench.Cli;

/// <summary>Budgets as words.</summary>
internal static class Budget
{
    /// <summary>Reads the value of <c>--budget</c>, such as <c>15m</c>.</summary>
    /// <param name="text">The value.</param>
    /// <param name="usual">The verb's usual budget, which the error names among its examples.</param>
    /// <exception cref="UserException">It is no time that a budget can be.</exception>
    public static TimeSpan Parse(string text, string usual) =>
        TimeBudget.Parse(text)
        ?? throw new UserException(
            $"--budget {text}: give a time from 1s to 1000h, such as 90s, {usual} or 1h"
        );
}
