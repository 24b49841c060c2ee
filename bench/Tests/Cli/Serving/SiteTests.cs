using System.Net;
using Bench.Cli.Serving;
using Bench.Tests.Results;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Bench.Tests.Cli.Serving;

/// <summary>The local site over a folder with one run, a hostile name and a file that is nobody's business.</summary>
public sealed class SiteTests : IAsyncLifetime
{
    private const string Hostile = "<script>alert(1)</script>";
    private readonly TemporaryFolder _reports = new();
    private readonly HttpClient _client = new();
    private WebApplication _site = null!;

    public async ValueTask InitializeAsync()
    {
        new MadeUpRun { Commit = Hostile }.WriteTo(_reports.In("run one"));
        await File.WriteAllTextAsync(Path.Combine(_reports.In("run one"), "index.html"), "<p>the report");
        await File.WriteAllTextAsync(Path.Combine(_reports.In("run one"), "notes.txt"), "secret");
        await File.WriteAllTextAsync(_reports.In("outside.html"), "secret");
        Directory.CreateDirectory(_reports.In("no run"));
        _site = Site.Build(
            "http://127.0.0.1:0",
            ["localhost", "127.0.0.1"],
            new ServedFolder(_reports.Path),
            () => "3 runs of 1 machine.",
            () => "<p>the trend"
        );
        await _site.StartAsync();
        _client.BaseAddress = new Uri(_site.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
        _reports.Dispose();
    }

    [Fact]
    public async Task The_first_page_lists_runs_and_shows_what_is_hostile_as_text()
    {
        var page = await TextAsync("/");

        Assert.Contains("1 run in", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/runs/run%20one/index.html\"", page, StringComparison.Ordinal);
        Assert.Contains("3 runs of 1 machine.", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Hostile, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/runs/run%20one/index.html", "the report")]
    [InlineData("/runs/run%20one/", "the report")]
    [InlineData("/runs/run%20one/manifest.json", "\"preset\"")]
    [InlineData("/trend", "the trend")]
    public async Task What_a_run_has_is_shown(string path, string expected) =>
        Assert.Contains(expected, await TextAsync(path), StringComparison.Ordinal);

    [Theory]
    [InlineData("/runs/run%20one/notes.txt")]
    [InlineData("/runs/run%20one/..%2foutside.html")]
    [InlineData("/runs/run%20one/../../outside.html")]
    [InlineData("/runs/..%2f/outside.html")]
    [InlineData("/runs/%2e%2e/outside.html")]
    [InlineData("/runs/./outside.html")]
    [InlineData("/runs/nothing/index.html")]
    [InlineData("/etc/passwd")]
    public async Task Nothing_else_is(string path)
    {
        using var answer = await _client.GetAsync(
            new Uri(path, UriKind.Relative),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task It_reads_only()
    {
        using var answer = await _client.PostAsync(
            new Uri("/", UriKind.Relative),
            null,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task A_page_of_another_site_under_its_own_name_gets_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "evil.example";

        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Pages_load_nothing_from_outside()
    {
        using var answer = await _client.GetAsync(
            new Uri("/", UriKind.Relative),
            TestContext.Current.CancellationToken
        );

        Assert.StartsWith(
            "default-src 'none'",
            answer.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
    }

    private Task<string> TextAsync(string path) =>
        _client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
