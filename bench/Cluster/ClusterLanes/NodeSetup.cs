using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bench.ClusterLanes;

/// <summary>What a node is told when it starts.</summary>
/// <param name="Workload">Id of the workload whose entities it keeps.</param>
/// <param name="Index">Its number in the cluster, from 1.</param>
/// <param name="Nodes">Nodes of the cluster.</param>
/// <param name="Host">Address that it binds to; it takes any free port there.</param>
/// <param name="Parameters">The workload's parameters.</param>
public sealed record NodeSetup(string Workload, int Index, int Nodes, string Host, JsonObject Parameters)
{
    /// <summary>Longest time to become a member, seconds.</summary>
    public int JoinSeconds { get; init; } = 20;

    /// <summary>The workload's parameters as its own record.</summary>
    public T Read<T>() => Parameters.Deserialize<T>(JsonSerializerOptions.Web)!;

    internal JsonObject ToQuestion()
    {
        var question = JsonSerializer.SerializeToNode(this, JsonSerializerOptions.Web)!.AsObject();
        question.Insert(0, "type", "start");
        return question;
    }

    internal static NodeSetup Of(JsonObject question) =>
        question.Deserialize<NodeSetup>(JsonSerializerOptions.Web)!;
}
