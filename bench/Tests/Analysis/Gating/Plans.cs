using Bench.Results;

namespace Bench.Tests.Analysis.Gating;

/// <summary>Plans of gates for tests.</summary>
internal static class Plans
{
    public static GatePlan Of(double margin = 0.05) =>
        new()
        {
            Base = new() { Name = "HEAD~1", Commit = "0123456789abcdef" },
            Head = new() { Name = "this tree", ThisTree = true },
            Margin = margin,
        };
}
