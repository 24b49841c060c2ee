using Xunit;

namespace Bench.Tests;

/// <summary>
/// Prints a figure of the method beside what is asked of it: <c>scripts/figures</c> gathers such lines from the output
/// of tests, whichever test prints them.
/// </summary>
internal static class FigureLine
{
    /// <summary>Name of the trait that tests with figures have.</summary>
    public const string Prints = "Prints";

    /// <summary>Value of that trait.</summary>
    public const string Figures = "Figures";

    public static void Write(string what, string asked, string found) =>
        TestContext.Current.TestOutputHelper?.WriteLine($"figure|{what}|{asked}|{found}");
}
