using System.Net;
using Bench.Cli.History;
using Bench.Cli.Measuring;
using Bench.Cli.Serving;
using Bench.Cli.Terminal;
using Bench.Cli.Trending;
using Bench.Results;
using Bench.Site;
using CommandLine;

namespace Bench.Cli.Verbs;

/// <summary><c>serve</c>: reports, claims, history and trends as a small local site, until it is interrupted.</summary>
[Verb("serve", HelpText = "Reports, claims, history and trends as a small site on this machine, read-only.")]
[Example("serve", "the runs under reports/ at http://127.0.0.1:5080, until Ctrl-C")]
[Example("serve --port 8080 --reports /data/runs", "another port and folder")]
[Example("serve /tmp/run-1 --history nightly.db", "a run from elsewhere, too, and another history")]
internal sealed class ServeVerb : IVerb
{
    private const int MostPort = 65_535;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    [Value(0, MetaName = "DIR", HelpText = "Further run folders, beside those under reports/.")]
    public IEnumerable<string> Folders { get; set; } = [];

    [Option("port", Default = 5_080, HelpText = "Port, from 1 to 65535.")]
    public int Port { get; set; }

    [Option(
        "address",
        Default = "127.0.0.1",
        HelpText = "Address to listen on: this machine alone by default. There is no password."
    )]
    public string Address { get; set; } = "";

    [Option("reports", HelpText = "The folder that holds the runs; by default reports/.")]
    public string? Reports { get; set; }

    [Option("history", HelpText = HistoryTarget.Help)]
    public string? History { get; set; }

    [Option("since", HelpText = SinceTime.Help)]
    public string? Since { get; set; }

    public IEnumerable<string> Surplus => [];

    public int Run()
    {
        var endpoint = Endpoint();
        var reports = new ServedFolder(Reports ?? Path.Combine(BuildFacts.Repository, "reports"));
        if (!Directory.Exists(reports.Path))
        {
            throw new UserException(
                $"{reports.Path}: no such folder; give the one that holds the runs with --reports"
            );
        }

        SinceTime.Of(Since, DateTimeOffset.UtcNow, BuildFacts.Repository);
        var pages = new SitePages(
            reports,
            [.. Folders.Select(Named)],
            new ServedHistory(History, Since),
            s_patience
        );
        using var interrupt = new Interrupt();
        ServeAsync(endpoint, pages, interrupt.Token).GetAwaiter().GetResult();
        return ExitCode.Fine;
    }

    private async Task ServeAsync(IPEndPoint endpoint, SitePages pages, CancellationToken interrupted)
    {
        var site = await StartAsync(endpoint, pages).ConfigureAwait(false);
        await using (site.ConfigureAwait(false))
        {
            await Console.Out.WriteLineAsync($"{site.Address}").ConfigureAwait(false);
            Talk.Progress("read-only; Ctrl-C ends it");
            if (!IPAddress.IsLoopback(endpoint.Address))
            {
                Talk.Note($"whoever reaches {endpoint} sees all of it; there is no password");
            }

            _ = Task.Run(pages.Prepare, CancellationToken.None);
            await Task.Delay(Timeout.Infinite, interrupted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<LocalSite> StartAsync(IPEndPoint endpoint, SitePages pages)
    {
        try
        {
            return await LocalSite.StartAsync(endpoint, pages).ConfigureAwait(false);
        }
        catch (IOException error)
        {
            throw new UserException(
                $"--port {Port}: cannot listen there on {Address} ({error.Message}); give another with --port",
                error
            );
        }
    }

    private IPEndPoint Endpoint() =>
        Port is < 1 or > MostPort
            ? throw new UserException($"--port {Port}: give a number from 1 to {MostPort}")
        : IPAddress.TryParse(Address, out var address) ? new(address, Port)
        : throw new UserException(
            $"--address '{Address}': give an IP address of this machine, such as 127.0.0.1"
        );

    private static ServedFolder Named(string path)
    {
        new RunFolder(path).ReadManifest();
        return new(path);
    }
}
