using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Bench.Measurement.Backend;

/// <summary>
/// Real backends, found by their assemblies beside the program, <c>Backend.NAME.dll</c>. Nothing is registered anywhere, and a
/// process loads the one that its case names, or none.
/// </summary>
public static class RealBackends
{
    /// <summary>
    /// Calls at once in every case that is measured on them: two processors have no more work for a database, and PostgreSQL serves
    /// 100 connections unless told otherwise.
    /// </summary>
    public const int Limit = 16;

    private const string Prefix = "Backend.";

    static RealBackends()
    {
        // A model's program knows nothing of them, so their drivers are not among its dependencies.
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            InFolder($"{name.Name}.dll") is { } path ? context.LoadFromAssemblyPath(path) : null;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) =>
            NativeNames(name).Select(InFolder).OfType<string>().FirstOrDefault() is { } path
                ? NativeLibrary.Load(path)
                : IntPtr.Zero;
    }

    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [.. Files().Select(NameOf).Order(StringComparer.Ordinal)];

    /// <summary>The variable in which a backend finds the address of its server, where it needs one.</summary>
    public static string AddressVariable(string name) => $"BENCH_{name.ToUpperInvariant()}";

    /// <summary>Tells whether one can be used here.</summary>
    public static IBackendProbe Probe(string name) =>
        (IBackendProbe)
            Activator.CreateInstance(
                Load(name).GetExportedTypes().Single(type => type.IsAssignableTo(typeof(IBackendProbe)))
            )!;

    /// <summary>Opens one for the requests of a workload.</summary>
    /// <exception cref="ArgumentException">There is none of the name, or it does not serve such requests.</exception>
    /// <exception cref="Hosting.LaneFailureException">It cannot be opened.</exception>
    public static ServiceBackend<TRequest> Open<TRequest>(string name, BackendSetup<TRequest> setup)
    {
        var type =
            Load(name)
                .GetExportedTypes()
                .Where(type => !type.IsAbstract)
                .Select(type => Closed<TRequest>(type))
                .FirstOrDefault(type => type.IsSubclassOf(typeof(ServiceBackend<TRequest>)))
            ?? throw new ArgumentException($"'{name}' does not serve {typeof(TRequest).Name}", nameof(name));
        return (ServiceBackend<TRequest>)
            Activator.CreateInstance(
                type,
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.DoNotWrapExceptions,
                binder: null,
                [setup],
                culture: null
            )!;
    }

    // A backend that does not look at what is asked is one generic type.
    private static Type Closed<TRequest>(Type type) =>
        type.IsGenericTypeDefinition && type.GetGenericArguments().Length == 1
            ? type.MakeGenericType(typeof(TRequest))
            : type;

    private static Assembly Load(string name)
    {
        var path =
            Files().FirstOrDefault(path => NameOf(path) == name)
            ?? throw new ArgumentException($"there is no backend '{name}'", nameof(name));
        return AssemblyLoadContext.Default.LoadFromAssemblyPath(path);
    }

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, $"{Prefix}*.dll");

    private static string NameOf(string path) =>
        Path.GetFileNameWithoutExtension(path)[Prefix.Length..].ToLowerInvariant();

    private static string? InFolder(string name) =>
        Path.Combine(AppContext.BaseDirectory, name) is var path && File.Exists(path) ? path : null;

    private static string[] NativeNames(string name)
    {
        var file =
            OperatingSystem.IsWindows() ? $"{name}.dll"
            : OperatingSystem.IsMacOS() ? $"lib{name}.dylib"
            : $"lib{name}.so";
        return [file, Path.Combine("runtimes", RuntimeInformation.RuntimeIdentifier, "native", file)];
    }
}
