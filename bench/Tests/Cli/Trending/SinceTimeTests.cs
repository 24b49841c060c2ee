using Bench.Cli;
using Bench.Cli.Trending;
using Xunit;

namespace Bench.Tests.Cli.Trending;

public sealed class SinceTimeTests : IDisposable
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 31, 12, 0, 0, TimeSpan.Zero);
    private readonly string _repository = Directory.CreateTempSubdirectory("bench-since-").FullName;

    public void Dispose() => Directory.Delete(_repository, recursive: true);

    [Theory]
    [InlineData("10d", "2026-03-21T12:00:00Z", "2026-03-21 (10 days)")]
    [InlineData("2026-02-01", "2026-02-01T00:00:00Z", "2026-02-01")]
    [InlineData(null, "2026-03-01T12:00:00Z", "2026-03-01 (30 days)")]
    public void Days_and_dates_need_no_repository(string? text, string expected, string words)
    {
        var since = SinceTime.Of(text, s_now, _repository);

        Assert.Equal(
            DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            since.At
        );
        Assert.Equal(words, since.Words);
    }

    [Fact]
    public async Task The_newest_tag_is_the_last_release_and_any_reference_will_do()
    {
        await Commit("2026-01-01T00:00:00Z");
        await Git("tag", "v1.0");
        await Commit("2026-02-01T00:00:00Z");
        await Git("tag", "v1.1");
        await Commit("2026-03-01T00:00:00Z");

        Assert.Equal("the release v1.1 (2026-02-01)", SinceTime.Of(null, s_now, _repository).Words);
        Assert.Equal("v1.0 (2026-01-01)", SinceTime.Of("v1.0", s_now, _repository).Words);
        Assert.Equal("HEAD (2026-03-01)", SinceTime.Of("HEAD", s_now, _repository).Words);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("0d")]
    [InlineData("--all")]
    [InlineData("2026-13-01")]
    [InlineData("")]
    public void Anything_else_is_refused_with_the_forms_there_are(string text)
    {
        var error = Assert.Throws<UserException>(() => SinceTime.Of(text, s_now, _repository));

        Assert.StartsWith($"--since {text}: ", error.Message, StringComparison.Ordinal);
    }

    private async Task Commit(string date)
    {
        await Git("init", "--quiet");
        await CliWrap
            .Cli.Wrap("git")
            .WithArguments([
                "-C",
                _repository,
                "-c",
                "user.name=t",
                "-c",
                "user.email=t@example.org",
                "commit",
                "--quiet",
                "--allow-empty",
                "-m",
                "x",
            ])
            .WithEnvironmentVariables(
                new Dictionary<string, string?> { ["GIT_COMMITTER_DATE"] = date, ["GIT_AUTHOR_DATE"] = date }
            )
            .ExecuteAsync(TestContext.Current.CancellationToken);
    }

    private Task Git(params string[] arguments) =>
        CliWrap
            .Cli.Wrap("git")
            .WithArguments(["-C", _repository, .. arguments])
            .ExecuteAsync(TestContext.Current.CancellationToken);
}
