using Bench.Analysis;
using Bench.Results;

namespace Bench.Reporter.Words;

/// <summary>What arms are called in charts and tables.</summary>
internal static class ArmName
{
    /// <summary>Model, variant unless the default, and whether it is the second copy of the A/A arm or of the base build.</summary>
    public static string Of(Arm arm) =>
        Of(arm.Case.Model, arm.Case.Variant)
        + (arm.Case.Replica == 0 ? "" : " (same code again)")
        + (arm.Case.Slowdown is { } slowdown ? $" (slowed on purpose, {slowdown.Name})" : "")
        + (arm.Case.Traced ? " (traced)" : "")
        + (arm.Case.Build is null ? "" : " (base)");

    public static string Of(UnreachableCase unreachable) => Of(unreachable.Model, unreachable.Variant);

    private static string Of(string model, string variant) => VariantName.Of(model, variant, " / ");
}
