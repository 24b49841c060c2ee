using System.Net;
using System.Net.Sockets;
using Bench.Site;
using Xunit;

namespace Bench.Tests.Site;

/// <summary>What the site answers, whatever it shows.</summary>
public sealed class LocalSiteTests : IAsyncLifetime
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private LocalSite _site = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await LocalSite.StartAsync(new(IPAddress.Loopback, 0), new FewPages());
        _client.BaseAddress = _site.Address;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", "home")]
    [InlineData("HEAD", "")]
    public async Task It_is_read(string method, string expected)
    {
        using var answer = await SendAsync(new(method), "/");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(expected, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("PATCH")]
    public async Task And_nothing_else(string method)
    {
        using var answer = await SendAsync(new(method), "/");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task A_page_of_another_site_under_its_own_name_gets_nothing()
    {
        using var answer = await SendAsync(HttpMethod.Get, "/", host: "evil.example");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/", "script-src", false)]
    [InlineData("/runs/report.html", "script-src 'unsafe-inline'", true)]
    [InlineData("/runs/picture.svg", "sandbox", true)]
    public async Task A_policy_lets_nothing_in_from_outside(string path, string part, bool has)
    {
        using var answer = await SendAsync(HttpMethod.Get, path);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.Equal(has, policy.Contains(part, StringComparison.Ordinal));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
    }

    [Theory]
    [InlineData("/trend", "/trend/")]
    [InlineData("/runs/a%20folder", "/runs/a%20folder/")]
    public async Task A_folder_has_a_slash_so_that_its_links_hold(string path, string expected)
    {
        using var answer = await SendAsync(HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(expected, answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/trend/nothing")]
    [InlineData("/named/0/")]
    [InlineData("/named/99999999999/")]
    [InlineData("/elsewhere")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_file_that_goes_away_meanwhile_is_not_found()
    {
        using var answer = await SendAsync(HttpMethod.Get, "/runs/gone.html");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var error = await Assert.ThrowsAsync<IOException>(() =>
            LocalSite.StartAsync((IPEndPoint)taken.LocalEndpoint, new FewPages())
        );

        Assert.Contains("in use", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? host = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Host = host;
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private sealed class FewPages : ISitePages
    {
        public SitePart Home() => SitePart.Page("home");

        public SitePart History() => SitePart.Page("history");

        public SitePart? Trend(string file) =>
            file.Length == 0 ? SitePart.Page("trend", isFolder: true) : null;

        public SitePart? Run(string path) =>
            path switch
            {
                "report.html" => new(SitePart.Html, null, typeof(FewPages).Assembly.Location, false),
                "picture.svg" => new("image/svg+xml", null, typeof(FewPages).Assembly.Location, false),
                "gone.html" => new(SitePart.Html, null, "/nowhere/gone.html", false),
                _ => SitePart.Page(path, isFolder: true),
            };

        public SitePart? Named(int number, string path) => null;
    }
}
