using Bench.Measurement.Backend;
using Xunit;

namespace Bench.Tests.Backends;

/// <summary>What is said where no server can be used, without one.</summary>
[Collection(PostgresAddress.Name)]
public sealed class PostgresNamesTests
{
    [Theory]
    [InlineData(null, "postgres: no server is named; set BENCH_POSTGRES or give --backend postgres=")]
    [InlineData(
        "postgresql://u:se/cret@h/d",
        "cannot be read; expected postgresql://USER:PASSWORD@HOST:5432/DATABASE"
    )]
    [InlineData(
        "postgresql://u:secret@127.0.0.1:1/d",
        "postgres: postgresql://u@127.0.0.1:1/d cannot be used ("
    )]
    public void The_reason_says_what_next_and_no_password(string? address, string expected)
    {
        PostgresAddress.Set(address);

        var reason = RealBackends.Probe("postgres").WhyNot(limit: 1);

        Assert.Contains(expected, reason, StringComparison.Ordinal);
        Assert.DoesNotContain("cret", reason, StringComparison.Ordinal);
    }
}
