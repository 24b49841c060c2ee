using Microsoft.Playwright;

namespace Bench.Tests.Pages;

/// <summary>A page with what it said to the console and what it asked for from outside.</summary>
internal sealed class WatchedPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    public WatchedPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _faults.Add($"console: {message.Text}");
            }
        };
        page.PageError += (_, error) => _faults.Add($"error: {error}");
        page.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (address.Scheme is not ("file" or "data" or "blob") && Site?.IsBaseOf(address) != true)
            {
                _faults.Add($"asked for {request.Url}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>The site that the page is of: what it asks for there does not come from outside.</summary>
    public Uri? Site { get; set; }

    /// <summary>Console errors, uncaught errors, and requests to the outside.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Keeps a picture of what is in the window beside the tests.</summary>
    public Task KeepAsync(string name) =>
        Page.ScreenshotAsync(
            new() { Path = Path.Combine(AppContext.BaseDirectory, "screens", $"{name}.png") }
        );

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
