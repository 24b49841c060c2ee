using Bench.Measurement.Hosting;
using Xunit;

namespace Bench.Tests.Measurement.Hosting;

public sealed class FindingsTests
{
    private readonly Findings _findings = new();

    [Fact]
    public void What_holds_is_not_noted()
    {
        _findings.Expect(holds: true, "never");
        _findings.ExpectEqual(3, 3, "items");

        Assert.Empty(_findings.Items);
    }

    [Fact]
    public void A_difference_is_noted_with_both_numbers()
    {
        _findings.ExpectEqual(3, 4, "items");

        Assert.Equal(["items: expected 3, found 4"], _findings.Items);
    }

    [Fact]
    public void A_violation_is_noted_once_however_often_it_occurs()
    {
        _findings.Expect(holds: false, "out of order");
        _findings.Expect(holds: false, "out of order");

        Assert.Equal(["out of order"], _findings.Items);
    }

    [Fact]
    public void A_flood_of_violations_is_cut_off()
    {
        for (var i = 0; i < 1_000; i++)
        {
            _findings.ExpectEqual(i, -1, "item");
        }

        Assert.Equal(20, _findings.Items.Count);
    }
}
