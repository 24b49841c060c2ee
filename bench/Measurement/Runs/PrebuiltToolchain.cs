using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains;
using BenchmarkDotNet.Toolchains.Results;

namespace Bench.Measurement.Runs;

/// <summary>
/// BenchmarkDotNet without generated projects: the model's own program is the benchmark process and runs
/// BenchmarkDotNet's engine itself. Decision record 0001 has what this saves.
/// </summary>
internal sealed class PrebuiltToolchain(IExecutor executor)
    : Toolchain("prebuilt", new NothingToGenerate(), new NothingToBuild(), executor)
{
    private sealed class NothingToGenerate : IGenerator
    {
        public GenerateResult GenerateProject(
            BuildPartition buildPartition,
            ILogger logger,
            string rootArtifactsFolderPath
        ) => GenerateResult.Success(ArtifactsPaths.Empty, []);
    }

    private sealed class NothingToBuild : IBuilder
    {
        public BuildResult Build(
            GenerateResult generateResult,
            BuildPartition buildPartition,
            ILogger logger
        ) => BuildResult.Success(generateResult);
    }
}
