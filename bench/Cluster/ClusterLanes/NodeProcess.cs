using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bench.Measurement.Hosting;
using Bench.Measurement.Runs;
using Bench.Results;
using Bench.RuntimeLanes;

namespace Bench.ClusterLanes;

/// <summary>A node's process, as whoever started it sees it.</summary>
public sealed partial class NodeProcess : IDisposable
{
    private readonly RuntimeProcess _process;

    private NodeProcess(RuntimeProcess process, int index, string address)
    {
        _process = process;
        Index = index;
        Address = address;
    }

    /// <summary>Its number in the cluster, from 1.</summary>
    public int Index { get; }

    /// <summary>Where other nodes and clients find it.</summary>
    public string Address { get; }

    /// <summary>Ports that its address names.</summary>
    public IReadOnlyList<int> Ports =>
        [
            .. PortPattern()
                .Matches(Address)
                .Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)),
        ];

    /// <summary>Id of its process.</summary>
    public int Id => _process.Id;

    /// <summary>True when its process has ended.</summary>
    public bool HasEnded => _process.HasEnded;

    /// <summary>Starts a node, which has a port then and has joined nothing.</summary>
    /// <param name="model">The model's assembly, whose program is a node, too.</param>
    /// <param name="setup">What it is told.</param>
    /// <param name="patience">Longest time for an answer.</param>
    /// <exception cref="LaneFailureException">It does not start.</exception>
    public static NodeProcess Start(Assembly model, NodeSetup setup, TimeSpan patience)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(setup);
        var name = string.Create(CultureInfo.InvariantCulture, $"node {setup.Index}");
        var site = NodeSite.OfNode(setup.Index);
        var process = RuntimeProcess.Start(
            name,
            [
                DotnetProgram.Host,
                model.Location,
                .. site is null
                    ? [ClusterProgram.NodeArgument]
                    : new[] { NodeRelay.Argument, site.ToString() },
            ],
            patience
        );
        try
        {
            return new(
                process,
                setup.Index,
                process
                    .Ask((setup with { Host = site?.Host ?? setup.Host }).ToQuestion(), "listening")
                    .Text("address")
            );
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    /// <summary>Lets it join the cluster.</summary>
    /// <exception cref="LaneFailureException">It does not become a member in time.</exception>
    public void Join(IReadOnlyList<string> seeds)
    {
        ArgumentNullException.ThrowIfNull(seeds);
        Ask(
            new() { ["type"] = "join", ["seeds"] = new JsonArray([.. seeds.Select(seed => (JsonNode)seed)]) },
            "joined"
        );
    }

    /// <summary>Forgets what was counted before the load.</summary>
    public void Begin() => Ask(new() { ["type"] = "begin" }, "begun");

    /// <summary>What it did and keeps.</summary>
    public Answer Books() => Ask(new() { ["type"] = "books" }, "books");

    /// <summary>Lets it leave in order and end.</summary>
    public void Leave() => Ask(new() { ["type"] = "leave" }, "left");

    /// <summary>Ends it with all others.</summary>
    /// <returns>Its entities that did not end.</returns>
    public long Stop() => Ask(new() { ["type"] = "stop" }, "stopped").Number("alive");

    /// <summary>Says that it has ended, and how, where it has.</summary>
    /// <exception cref="LaneFailureException">It has ended.</exception>
    public void MustLive()
    {
        if (HasEnded)
        {
            throw new LaneFailureException(
                SampleStatus.Crashed,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"node {Index} (process {Id}) ended while requests were under way{_process.HowItEnded()}"
                )
            );
        }
    }

    /// <summary>Ends the process, if it has not ended.</summary>
    public void Dispose() => _process.Dispose();

    private Answer Ask(JsonObject question, string answer) => _process.Ask(question, answer);

    [GeneratedRegex(@":(\d{1,5})")]
    private static partial Regex PortPattern();
}
