using System.Net;
using Bench.DurableGrains;
using Xunit;

namespace Bench.Tests.Cluster;

/// <summary>A server that cannot be used is said in one line, without its password.</summary>
public sealed class DurableServerTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Without_a_server_the_reason_says_what_starts_one(string? address) =>
        Assert.Contains("scripts/postgres start", PostgresServer.WhyNot(address), StringComparison.Ordinal);

    [Theory]
    [InlineData("localhost")]
    [InlineData("mysql://bench:secret@localhost/bench")]
    [InlineData("postgresql://bench:sec/ret@localhost/bench")]
    public void An_address_that_cannot_be_read_is_not_repeated(string address)
    {
        var reason = PostgresServer.WhyNot(address)!;

        Assert.Contains("BENCH_POSTGRES cannot be read", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("sec", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_does_not_answer_is_named_by_host_and_port()
    {
        int port;
        using (var reserved = new ReservedPort(IPAddress.Loopback))
        {
            port = reserved.Number;
        }

        var reason = PostgresServer.WhyNot($"postgresql://bench:secret@127.0.0.1:{port}/postgres")!;

        Assert.StartsWith($"PostgreSQL at 127.0.0.1:{port}", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", reason, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", reason, StringComparison.Ordinal);
    }
}
