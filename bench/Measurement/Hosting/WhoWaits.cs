using System.Text.RegularExpressions;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Runtime;

namespace Bench.Measurement.Hosting;

/// <summary>
/// Which of a lane's threads and tasks stood where when its process was dumped: a task that waits is on no thread's stack.
/// Threads are told by their frames, tasks by their state machines, as dumpasync does.
/// </summary>
internal static partial class WhoWaits
{
    /// <summary>Makes a model's program read a dump: the library for it crashes a process that lives on after it.</summary>
    public const string Option = "--who-waits";

    private const string Suite = "Bench.";
    private const string MeasuringSide = "Bench.Measurement.";
    private const string StateMachineBox = "AsyncStateMachineBox<";
    private const string Awaiters = "<>u__";
    private const int MostPlaces = 12;

    /// <summary>Dumps this process with its heap, about 120 MB.</summary>
    /// <returns>Null, or why there is no dump.</returns>
    public static string? Dump(string path)
    {
        try
        {
            new DiagnosticsClient(Environment.ProcessId).WriteDump(DumpType.WithHeap, path);
            return null;
        }
        catch (Exception error)
        {
            File.Delete(path);
            return $"where it stood is not to be had here ({error.GetType().Name}: {error.Message})";
        }
    }

    /// <summary>Prints the places, most crowded first. The process must end at once.</summary>
    public static void Print(string dumpPath)
    {
        // Disposing them unloads a library that threads still hold on to: github.com/microsoft/clrmd/issues/1282.
#pragma warning disable CA2000 // see above
        var runtime = DataTarget.LoadDump(dumpPath).ClrVersions[0].CreateRuntime();
#pragma warning restore CA2000
        var places = Threads(runtime)
            .Concat(Tasks(runtime))
            .CountBy(place => place)
            .OrderByDescending(place => place.Value)
            .ThenBy(place => place.Key, StringComparer.Ordinal)
            .Take(MostPlaces);
        foreach (var (place, count) in places)
        {
            Console.Out.WriteLine($"{count} × {place}");
        }
    }

    private static IEnumerable<string> Threads(ClrRuntime runtime) =>
        from thread in runtime.Threads
        let methods = thread.EnumerateStackTrace().Select(frame => frame.Method).OfType<ClrMethod>().ToList()
        let own = methods.Find(method => IsLane(method.Type.Name))
        where own is not null
        select $"thread in {Owner(own.Type.Name!)}.{Plain(own.Name!)}, in {Last(methods[0].Type.Name!)}.{Plain(methods[0].Name!)}";

    private static IEnumerable<string> Tasks(ClrRuntime runtime) =>
        from box in runtime.Heap.EnumerateObjects()
        let name = box.Type?.Name
        where name is not null && name.Contains(StateMachineBox, StringComparison.Ordinal)
        let machine = name[
            (name.IndexOf(StateMachineBox, StringComparison.Ordinal) + StateMachineBox.Length)..
        ]
        where IsLane(machine)
        let awaited = Awaited(box)
        where awaited is not null
        select $"task in {Owner(machine)}.{Plain(machine)}, awaits {awaited}";

    // Of the awaiters of a state machine the one that is in use has an object; a machine that runs or has ended has none.
    private static string? Awaited(ClrObject box)
    {
        var machine = box.Type!.GetFieldByName("StateMachine")!.ReadStruct(box.Address, interior: false);
        return machine
            .Type!.Fields.Where(field => field.Name!.StartsWith(Awaiters, StringComparison.Ordinal))
            .Where(field => field.Type is { IsValueType: true })
            .Select(field => ObjectIn(field.ReadStruct(machine.Address, interior: true)))
            .FirstOrDefault(name => name is not null);
    }

    private static string? ObjectIn(ClrValueType awaiter)
    {
        foreach (var field in awaiter.Type!.Fields)
        {
            if (field.IsObjectReference && field.ReadObject(awaiter.Address, interior: true).Type is { } type)
            {
                return NameOf(type.Name!);
            }

            if (
                field is { IsPrimitive: false, Type.IsValueType: true }
                && ObjectIn(field.ReadStruct(awaiter.Address, interior: true)) is { } inside
            )
            {
                return inside;
            }
        }

        return null;
    }

    private static string NameOf(string type) =>
        Compiled().IsMatch(type) ? Plain(type) : Last(type.Split('<')[0]);

    private static bool IsLane(string? type) =>
        type is not null
        && type.StartsWith(Suite, StringComparison.Ordinal)
        && !type.StartsWith(MeasuringSide, StringComparison.Ordinal);

    /// <summary>The class as it is written: <c>Bench.Channels.Pipeline+&lt;&gt;c__DisplayClass7_0</c> is <c>Channels.Pipeline</c>.</summary>
    private static string Owner(string type) => type[Suite.Length..].Split('+', '<', '[')[0];

    private static string Last(string type) => type[(type.LastIndexOf('.') + 1)..];

    /// <summary>The method as it is written: <c>&lt;&lt;RunAsync&gt;g__WorkAsync|0&gt;d</c> is <c>WorkAsync</c>.</summary>
    private static string Plain(string compiled) =>
        Compiled().Match(compiled) is { Success: true } match ? match.Groups[1].Value : compiled;

    [GeneratedRegex(@"<(?:<\w+>g__)?(\w+)(?:\|\w+)?>[db]?")]
    private static partial Regex Compiled();
}
