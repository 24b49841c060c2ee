using Bench.ClusterLanes;
using Bench.ShardedActors;

return ClusterProgram.Run(typeof(Program).Assembly, args, setup => new ShardNode(setup));
