using Bench.Cli;
using Xunit;

namespace Bench.Tests.Cli;

/// <summary>Which models are measured and which are known.</summary>
public sealed class ModelsTests
{
    private static readonly string[] s_article = ["actors", "channels", "tasks", "threads"];
    private static readonly Models s_models = Models.Load();

    [Fact]
    public void Unasked_the_four_of_the_article_are_measured() =>
        Assert.Equal(s_article, s_models.ToMeasure([]).Order());

    [Fact]
    public void Named_ones_are_measured_and_no_other() =>
        Assert.Equal(["tasks"], s_models.ToMeasure(["tasks"]));

    [Fact]
    public void All_means_every_model_there_is() =>
        Assert.Equal(
            s_models.Programs.Keys.Order(),
            s_models
                .Select([], s_models.ToMeasure([Models.All]))
                .Select(lane => lane.Model.Id)
                .Distinct()
                .Order()
        );

    [Fact]
    public void Every_model_does_each_workload_or_says_why_not() =>
        Assert.Empty(s_models.Problems(House.Root));

    [Fact]
    public void A_folder_without_README_is_named()
    {
        var problems = s_models.Problems(Path.Combine(House.Root, "nowhere")).ToList();

        Assert.Equal(s_models.Programs.Count, problems.Count);
        Assert.Contains(
            problems,
            problem => problem.StartsWith("bench/Channels/README.md: missing", StringComparison.Ordinal)
        );
    }
}
