using System.Reflection;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Bench.Measurement.Faults;
using Bench.Measurement.Hosting;
using Bench.RuntimeLanes;

namespace Bench.ClusterLanes;

/// <summary>The entry point of a cluster model's program, which is a node, or what every model's program is.</summary>
public static class ClusterProgram
{
    /// <summary>The argument that makes a process a node.</summary>
    public const string NodeArgument = "node";

    private const int Abandoned = 3;
    private const int WasExpelled = 4;

    /// <param name="model">The model's assembly.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="create">Makes a node, in a process that is one.</param>
    /// <returns>The process's exit code.</returns>
    public static int Run(Assembly model, string[] arguments, Func<NodeSetup, ClusterNode> create)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(create);
        return arguments switch
        {
            [NodeArgument] => ServeAsync(create).GetAwaiter().GetResult(),
            [NodeArgument, NodeListener.Option, var address] => new NodeListener(model.Location)
                .RunAsync(address)
                .GetAwaiter()
                .GetResult(),
            [NodeRelay.Argument, var site] => NodeRelay.RunAsync(site).GetAwaiter().GetResult(),
            [FaultProcess.Option, var request] => FaultProcess.Run(request, () => Writes.Of(model)),
            _ => ModelProcess.Run(model, arguments),
        };
    }

    private static async Task<int> ServeAsync(Func<NodeSetup, ClusterNode> create)
    {
        var questions = Questions();
        Say(
            new()
            {
                ["type"] = "hello",
                ["schema"] = RuntimeProcess.Schema,
                ["runtime"] = Environment.Version.ToString(),
            }
        );
        ClusterNode? node = null;
        var last = "start";
        try
        {
            await foreach (var question in questions.ReadAllAsync())
            {
                last = (string)question["type"]!;
                switch (last)
                {
                    case "start":
                        node = create(NodeSetup.Of(question));
                        Say(new() { ["type"] = "listening", ["address"] = await node.StartAsync() });
                        break;
                    case "join":
                        _ = EndWhenExpelledAsync(node!);
                        await node!.JoinAsync(
                            [.. question["seeds"]!.AsArray().Select(seed => (string)seed!)],
                            TimeSpan.FromSeconds(node.Work.Setup.JoinSeconds)
                        );
                        Say(new() { ["type"] = "joined" });
                        break;
                    case "begin":
                        node!.Work.Begin();
                        Say(new() { ["type"] = "begun" });
                        break;
                    case "books":
                        Say(node!.Work.ToBooks());
                        break;
                    case "leave":
                        await node!.LeaveAsync();
                        Say(new() { ["type"] = "left", ["alive"] = node.Work.Units.Alive });
                        return 0;
                    case "stop":
                        await node!.StopAsync();
                        Say(new() { ["type"] = "stopped", ["alive"] = node.Work.Units.Alive });
                        return 0;
                    default:
                        throw new InvalidOperationException($"'{last}' is nothing that a node is asked");
                }
            }
        }
        catch (Exception error)
        {
            Say(
                new()
                {
                    ["type"] = "error",
                    ["message"] = $"{error.GetBaseException().Message.ReplaceLineEndings(" ")}",
                }
            );
        }

        return Abandoned;
    }

    // A node ends as soon as its input does: whoever started it has gone.
    private static ChannelReader<JsonObject> Questions()
    {
        var questions = Channel.CreateUnbounded<JsonObject>();
        new Thread(() =>
        {
            while (Console.In.ReadLine() is { } line)
            {
                questions.Writer.TryWrite(JsonNode.Parse(line)!.AsObject());
            }

            Environment.Exit(Abandoned);
        })
        {
            IsBackground = true,
            Name = "questions",
        }.Start();
        return questions.Reader;
    }

    private static async Task EndWhenExpelledAsync(ClusterNode node)
    {
        await Console.Error.WriteLineAsync(await node.Expelled);
        Environment.Exit(WasExpelled);
    }

    private static void Say(JsonObject message)
    {
        Console.Out.WriteLine(message.ToJsonString());
        Console.Out.Flush();
    }
}
