using System.Text.Json;
using Xunit;

namespace Bench.Tests.Architecture;

/// <summary>
/// Programs of models run from the folder of the program that starts them. What the build of that program leaves out because a
/// framework of its own has it would end each of their launches.
/// </summary>
public sealed class ProgramFilesTests
{
    // The command line's own folder, and that of the tests, which have it and the models beside them.
    public static TheoryData<string> Folders { get; } =
    [
        AppContext.BaseDirectory,
        AppContext.BaseDirectory.Replace(
            Path.Combine(House.Bench, "Tests"),
            Path.Combine(House.Bench, "Cli"),
            StringComparison.Ordinal
        ),
    ];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Beside_every_program_lies_all_that_it_is_made_of(string folder)
    {
        var programs = Directory.GetFiles(folder, "*.deps.json");

        Assert.Contains(programs, path => Path.GetFileName(path) == "Actors.deps.json");
        Assert.All(
            programs,
            program =>
                Assert.All(
                    Assemblies(program),
                    name => Assert.True(File.Exists(Path.Combine(folder, name)), $"{program} needs {name}")
                )
        );
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void No_measured_process_has_the_framework_of_a_web_server(string folder)
    {
        string[] programs =
        [
            .. Directory
                .GetFiles(folder, "*.runtimeconfig.json")
                .Where(path => Frameworks(path).Contains("Microsoft.AspNetCore.App"))
                .Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal),
        ];

        Assert.Equal(
            ["HttpServer.runtimeconfig.json", "bench.runtimeconfig.json"],
            programs.Where(name => name != "Tests.runtimeconfig.json")
        );
    }

    // They are loaded by name where a case names a real backend, and by nothing else. A model whose own project asks for a driver,
    // because its state is in a database, has that one.
    [Theory]
    [MemberData(nameof(Folders))]
    public void No_models_program_knows_a_real_backend_or_a_database(string folder) =>
        Assert.All(
            House.Models,
            model =>
                Assert.DoesNotContain(
                    Assemblies(Path.Combine(folder, $"{model}.deps.json"))
                        .Except(Own(Path.Combine(folder, $"{model}.deps.json"), model)),
                    name =>
                        name.StartsWith("Backend.", StringComparison.Ordinal)
                        || name
                            is "Databases.dll"
                                or "Npgsql.dll"
                                or "Dapper.dll"
                                or "Microsoft.Data.Sqlite.dll"
                )
        );

    // What a manifest says of the collector is what the command line's own process has of it.
    [Fact]
    public void The_command_line_collects_garbage_as_the_programs_of_models_do() =>
        Assert.All(
            Directory
                .GetFiles(Folders.Last().Data, "*.runtimeconfig.json")
                .Select(path => (Path.GetFileName(path), Collector(path))),
            program => Assert.Empty(program.Item2)
        );

    private static IEnumerable<string> Collector(string configuration)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(configuration));
        return document
            .RootElement.GetProperty("runtimeOptions")
            .TryGetProperty("configProperties", out var properties)
            ?
            [
                .. properties
                    .EnumerateObject()
                    .Select(property => property.Name)
                    .Where(name => name.StartsWith("System.GC.", StringComparison.Ordinal)),
            ]
            : [];
    }

    // What the model's project asks for itself, as the names of its packages.
    private static List<string> Own(string dependencies, string model)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(dependencies));
        return
        [
            .. document
                .RootElement.GetProperty("targets")
                .EnumerateObject()
                .SelectMany(target => target.Value.EnumerateObject())
                .Where(library => library.Name.StartsWith($"{model}/", StringComparison.Ordinal))
                .SelectMany(library => library.Value.GetProperty("dependencies").EnumerateObject())
                .Select(package => $"{package.Name}.dll"),
        ];
    }

    private static List<string> Assemblies(string dependencies)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(dependencies));
        return
        [
            .. document
                .RootElement.GetProperty("targets")
                .EnumerateObject()
                .SelectMany(target => target.Value.EnumerateObject())
                .Where(library => library.Value.TryGetProperty("runtime", out _))
                .SelectMany(library => library.Value.GetProperty("runtime").EnumerateObject())
                .Select(asset => Path.GetFileName(asset.Name)),
        ];
    }

    private static List<string> Frameworks(string configuration)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(configuration));
        return document.RootElement.GetProperty("runtimeOptions").TryGetProperty("frameworks", out var all)
            ? [.. all.EnumerateArray().Select(framework => framework.GetProperty("name").GetString()!)]
            : [];
    }
}
