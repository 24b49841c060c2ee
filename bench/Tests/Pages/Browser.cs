using Microsoft.Playwright;
using Xunit;

namespace Bench.Tests.Pages;

/// <summary>
/// The system's own Chromium, started once for all tests of pages. Where it is not installed they are skipped, but in CI they fail:
/// <c>scripts/install-chromium</c> installs it.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome"];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Path is not { } path)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = path,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                ],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A page that counts what it must not do.</summary>
    /// <param name="width">Width of its window, pixels.</param>
    /// <param name="scripts">False to switch scripts off.</param>
    /// <param name="scheme">Light or dark.</param>
    internal async Task<WatchedPage> OpenAsync(
        int width = 1_400,
        bool scripts = true,
        ColorScheme scheme = ColorScheme.Light
    )
    {
        if (_browser is null)
        {
            Assert.SkipUnless(
                IsCi,
                "Chromium not found: tests of pages are skipped; scripts/install-chromium installs it"
            );
            throw new InvalidOperationException(
                "Chromium not found; CI needs it: run scripts/install-chromium"
            );
        }

        var context = await _browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = 900 },
                JavaScriptEnabled = scripts,
                ColorScheme = scheme,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        return new WatchedPage(context, await context.NewPageAsync());
    }

    private static bool IsCi => Environment.GetEnvironmentVariable("CI") is { Length: > 0 };

    private static string? Path { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(System.IO.Path.PathSeparator)
            .SelectMany(folder => s_names.Select(name => System.IO.Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
