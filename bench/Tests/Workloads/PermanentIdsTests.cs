using System.Text.Json;
using Bench.Results;
using Bench.Tests.Cli;
using Xunit;

namespace Bench.Tests.Workloads;

/// <summary>What has been measured once keeps its id: a parameter that comes later is left out at the value that changes nothing.</summary>
public sealed class PermanentIdsTests
{
    [Fact]
    public async Task Every_case_of_the_reference_run_is_still_listed_under_its_id()
    {
        var list = await BenchProgram.RunAsync("list", "--json");
        using var document = JsonDocument.Parse(list.StandardOutput);
        var listed = document
            .RootElement.GetProperty("cases")
            .EnumerateArray()
            .Select(item => item.GetProperty("case").GetString())
            .ToHashSet();
        var reference = new RunFolder(Path.Combine(House.Root, "reports", "reference")).ReadManifest();

        Assert.NotEmpty(reference.Cases);
        Assert.DoesNotContain(reference.Cases, planned => !listed.Contains(planned.Case));
    }
}
