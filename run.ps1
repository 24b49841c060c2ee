# Builds what changed, then runs the suite: run.sh, line by line. Works from any directory; all options are passed on.
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$needed = 10

function Build([string] $name) {
    $project = "$root/bench/$name/$name.csproj"
    $stamp = "$root/bench/$name/obj/built.stamp"
    if (Test-Path $stamp) {
        $built = (Get-Item $stamp).LastWriteTimeUtc
        $changed = Get-ChildItem "$root/bench" -Recurse -File |
            Where-Object { $_.LastWriteTimeUtc -gt $built -and $_.FullName -notmatch '[\\/](obj|bin)[\\/]' -and $_.Extension -ne '.md' } |
            Select-Object -First 1
        if (-not $changed) { return }
    }
    if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
        [Console]::Error.WriteLine("error: dotnet is not on the PATH; install the .NET SDK $needed or newer (https://dot.net)")
        exit 2
    }
    $version = dotnet --version
    if ($version -notmatch '^(\d+)\.' -or [int] $Matches[1] -lt $needed) {
        [Console]::Error.WriteLine("error: .NET SDK $needed or newer is needed, found '$version'; install it from https://dot.net")
        exit 2
    }
    [Console]::Error.WriteLine("building $name (only what changed) ...")
    $log = dotnet build $project --configuration Release --verbosity quiet -nologo 2>&1
    if ($LASTEXITCODE -ne 0) {
        $log | Select-String 'error' | Sort-Object -Unique | ForEach-Object { [Console]::Error.WriteLine($_) }
        [Console]::Error.WriteLine('error: the build failed; the lines above say where')
        exit 1
    }
    New-Item -ItemType File -Force $stamp | Out-Null
}

if ($args.Count -gt 0 -and $args[0] -eq 'test') {
    $rest = @($args | Select-Object -Skip 1)
    Build 'Tests'
    $tests = "$root/bench/Tests/bin/Release/net10.0/Tests.dll"
    if ($rest.Count -gt 0 -and $rest[0] -eq '--all') {
        dotnet $tests @($rest | Select-Object -Skip 1)
        exit $LASTEXITCODE
    }
    dotnet $tests -trait- Category=Long @rest
    exit $LASTEXITCODE
}
Build 'Cli'
dotnet "$root/bench/Cli/bin/Release/net10.0/bench.dll" @args
exit $LASTEXITCODE
