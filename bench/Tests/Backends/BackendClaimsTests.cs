using Bench.Analysis.Claims;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Backends;

/// <summary>What claims say of backends.</summary>
public sealed class BackendClaimsTests
{
    [Theory]
    [InlineData(null, null, true)]
    [InlineData(null, "http", false)]
    [InlineData("http", "http", true)]
    [InlineData("http", null, false)]
    [InlineData("http", "sqlite", false)]
    public void A_claim_speaks_of_the_simulated_backend_unless_it_names_another(
        string? named,
        string? measured,
        bool expected
    )
    {
        var arm = new ClaimArm("inventory", "tasks", VariantName.Default, "equal", On(named), 1);

        Assert.Equal(
            expected,
            arm.Selects(
                new PlannedCase
                {
                    Case = "inventory/tasks/equal",
                    Workload = "inventory",
                    Model = "tasks",
                    Variant = VariantName.Default,
                    Terms = "equal",
                    Parameters = new([.. On(measured), new("users", "200")]),
                    Configuration = ParameterSet.Empty,
                    LimitSeconds = 60,
                }
            )
        );
    }

    private static ParameterSet On(string? backend) =>
        new(backend is null ? [] : [new KeyValuePair<string, string>(BackendName.Parameter, backend)]);
}
