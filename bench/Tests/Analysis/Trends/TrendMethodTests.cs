using System.Globalization;
using Xunit;

namespace Bench.Tests.Analysis.Trends;

/// <summary>The figures by which the method was chosen (decision 0014): each other way misses one of them.</summary>
[Trait("Category", "Long")]
public sealed class TrendMethodTests
{
    private const double MostFalse = 0.01;
    private const double LeastFound = 0.95;

    private static readonly Rates s_rates = new(5_000, Seed: 3);

    [Fact]
    public void Ed_pelt_with_its_defaults_sees_changes_in_many_flat_series() =>
        Assert.InRange(Write("ED-PELT", OtherMethods.EdPelt).False, 0.2, 1);

    [Fact]
    public void Taking_runs_as_independent_makes_false_alarms() =>
        Assert.InRange(Write("independent", OtherMethods.Independent).False, 5 * MostFalse, 1);

    [Fact]
    public void Bartletts_long_run_variance_makes_false_alarms() =>
        Assert.InRange(Write("Bartlett", OtherMethods.Bartlett).False, 5 * MostFalse, 1);

    [Fact]
    public void A_step_that_is_not_fitted_hides_itself() =>
        Assert.InRange(Write("dependence without the step", OtherMethods.Hidden).Found, 0, LeastFound);

    [Fact]
    public void The_chosen_method_misses_neither()
    {
        var (wrong, found) = Write(
            "chosen",
            values => [.. Rates.Model(values, 0).Steps.Select(step => step.At)]
        );

        Assert.InRange(wrong, 0, MostFalse + 0.003);
        Assert.InRange(found, LeastFound - 0.006, 1);
    }

    // Both at a dependence of one half, where they are hardest to reach together.
    private static (double False, double Found) Write(string name, Func<double[], IReadOnlyList<int>> method)
    {
        var noise = Noise.Gauss(0.5);
        var wrong = s_rates.Of(random => method(noise.Draw(random, 100)).Count > 0);
        var found = s_rates.Of(random =>
            method([.. noise.Draw(random, 100).Select((value, i) => i < 90 ? value : value + 3)])
                .Any(place => Math.Abs(place - 90) <= 10)
        );
        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -30} false {wrong * 100:0.0} %, found {found * 100:0.0} %"
            )
        );
        return (wrong, found);
    }
}
