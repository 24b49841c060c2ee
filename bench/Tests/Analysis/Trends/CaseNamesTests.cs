using Bench.Analysis.Trends;
using Xunit;

namespace Bench.Tests.Analysis.Trends;

public sealed class CaseNamesTests
{
    [Theory]
    [InlineData("w/threads/told/pairs=1,ms=500", "w/threads/told/pairs=1")]
    [InlineData("w/tasks:x/told/pairs=2,ms=500", "w/tasks:x/told/pairs=2")]
    [InlineData("v/threads/told/size=5", "v/threads/told/size=5")]
    [InlineData("u/threads/told/size=5", "u/threads/told")]
    [InlineData("<script>", "<script>")]
    public void What_all_cases_of_a_workload_share_goes_without_saying(string id, string expected)
    {
        var names = new CaseNames([
            "w/threads/told/pairs=1,ms=500",
            "w/tasks:x/told/pairs=2,ms=500",
            "v/threads/told/size=5",
            "u/threads/told/size=5",
            "u/tasks/told/size=5",
            "<script>",
        ]);

        Assert.Equal(expected, names.Of(id));
    }
}
