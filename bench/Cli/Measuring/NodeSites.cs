using Bench.Measurement.Hosting;

namespace Bench.Cli.Measuring;

/// <summary>Other machines on which nodes of clusters are started.</summary>
internal static class NodeSites
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>Tells them to every process that is started from now on; nothing when there are none.</summary>
    /// <param name="named">As <c>host:port</c>.</param>
    /// <exception cref="UserException">One cannot be read, or nobody listens there.</exception>
    public static void Use(IEnumerable<string> named)
    {
        var sites = named.Select(Read).ToList();
        var silent = sites
            .Select(site => (Site: site, Reason: site.WhyNot(s_patience)))
            .FirstOrDefault(item => item.Reason is not null);
        if (silent.Site is { } there)
        {
            throw new UserException(
                $"--nodes {there}: {silent.Reason}; start it there: ./run.sh node --listen {there} --model MODEL"
            );
        }

        if (sites.Count > 0)
        {
            Environment.SetEnvironmentVariable(NodeSite.Variable, string.Join(',', sites));
        }
    }

    private static NodeSite Read(string text) =>
        NodeSite.TryParse(text)
        ?? throw new UserException($"--nodes {text}: give host:port, for example 10.0.0.5:9000");
}
