package known

// thirdWorks are those of clients whose bodies hand their work to goroutines, or to code that
// is generated.
var thirdWorks = works{
	"github.com/IBM/sarama": {
		Connects: "NewAsyncProducer NewClient NewClusterAdmin NewConsumer NewConsumerGroup NewSyncProducer",
		Sends:    "SyncProducer.CommitTxn SyncProducer.SendMessage SyncProducer.SendMessages",
	},
	"github.com/gorilla/websocket": {
		Connects: "Dialer.Dial Dialer.DialContext",
		Receives: "Conn.ReadJSON Conn.ReadMessage",
		Sends:    "Conn.WriteJSON Conn.WriteMessage Conn.WritePreparedMessage",
	},
	"github.com/hibiken/asynq": {Sends: "Client.Enqueue Client.EnqueueContext"},
	"github.com/jackc/pgx/v5": {
		Queries: "Conn.Ping Conn.Query Row.Scan Rows.Err Rows.Next Rows.Scan Tx.Query",
		Stores:  "BatchResults.Exec Conn.Begin Conn.BeginTx Conn.CopyFrom Conn.Exec Tx.Begin Tx.Commit Tx.CopyFrom Tx.Exec",
	},
	"github.com/minio/minio-go/v7": {
		Queries: "Client.BucketExists Client.FGetObject Client.StatObject",
		Stores:  "Client.CopyObject Client.FPutObject Client.MakeBucket Client.PutObject Client.RemoveObject",
	},
	"github.com/nats-io/nats.go": {
		Calls:    "Conn.Request Conn.RequestMsg Conn.RequestMsgWithContext Conn.RequestWithContext",
		Connects: "Connect",
		Receives: "Conn.ChanSubscribe Conn.QueueSubscribe Conn.Subscribe Subscription.NextMsg Subscription.NextMsgWithContext",
		Sends:    "Conn.Flush Conn.Publish Conn.PublishMsg Conn.PublishRequest Msg.AckSync",
	},
	"github.com/rabbitmq/amqp091-go": {
		Connects: "Connection.Channel Dial DialConfig DialTLS",
		Sends:    "Channel.Publish Channel.PublishWithContext",
	},
	// Pipelines do the work of the methods that are called on them when they are executed.
	"github.com/redis/go-redis/v9": {
		Queries: `
			BitMapCmdable.BitCount BitMapCmdable.GetBit Cmdable.DBSize Cmdable.Ping GenericCmdable.Exists
			GenericCmdable.Keys GenericCmdable.PTTL GenericCmdable.Scan GenericCmdable.TTL GenericCmdable.Type
			HashCmdable.HExists HashCmdable.HGet HashCmdable.HGetAll HashCmdable.HKeys HashCmdable.HLen HashCmdable.HMGet
			HashCmdable.HScan HashCmdable.HVals HyperLogLogCmdable.PFCount ListCmdable.LIndex
			ListCmdable.LLen ListCmdable.LRange SetCmdable.SCard SetCmdable.SIsMember SetCmdable.SMembers SetCmdable.SScan
			SortedSetCmdable.ZCard SortedSetCmdable.ZCount SortedSetCmdable.ZRange SortedSetCmdable.ZRangeByScore
			SortedSetCmdable.ZRangeWithScores SortedSetCmdable.ZRank SortedSetCmdable.ZRevRange SortedSetCmdable.ZRevRank
			SortedSetCmdable.ZScan SortedSetCmdable.ZScore StreamCmdable.XLen
			StringCmdable.Get StringCmdable.GetRange StringCmdable.MGet
			StringCmdable.StrLen cmdable.BitCount cmdable.DBSize cmdable.Exists cmdable.Get cmdable.GetBit
			cmdable.GetRange cmdable.HExists cmdable.HGet cmdable.HGetAll cmdable.HKeys cmdable.HLen cmdable.HMGet
			cmdable.HScan cmdable.HVals cmdable.Keys cmdable.LIndex cmdable.LLen cmdable.LRange
			cmdable.MGet cmdable.PFCount cmdable.PTTL cmdable.Ping cmdable.SCard cmdable.SIsMember cmdable.SMembers
			cmdable.SScan cmdable.Scan cmdable.StrLen cmdable.TTL cmdable.Type cmdable.XLen
			cmdable.ZCard cmdable.ZCount cmdable.ZRange
			cmdable.ZRangeByScore cmdable.ZRangeWithScores cmdable.ZRank cmdable.ZRevRange cmdable.ZRevRank cmdable.ZScan
			cmdable.ZScore`,
		Sends: "PubSubCmdable.Publish PubSubCmdable.SPublish cmdable.Publish cmdable.SPublish",
		Stores: `
			BitMapCmdable.SetBit Cmdable.FlushAll Cmdable.FlushDB Cmdable.Unlink GenericCmdable.Copy GenericCmdable.Del
			GenericCmdable.Expire GenericCmdable.ExpireAt GenericCmdable.Move GenericCmdable.PExpire
			GenericCmdable.PExpireAt GenericCmdable.Persist GenericCmdable.Rename GenericCmdable.RenameNX
			GenericCmdable.Restore GeoCmdable.GeoAdd HashCmdable.HDel HashCmdable.HExpire HashCmdable.HIncrBy
			HashCmdable.HIncrByFloat HashCmdable.HMSet HashCmdable.HSet HashCmdable.HSetNX HyperLogLogCmdable.PFAdd
			JSONCmdable.JSONDel JSONCmdable.JSONSet ListCmdable.LInsert ListCmdable.LMove ListCmdable.LPop
			ListCmdable.LPush ListCmdable.LPushX ListCmdable.LRem ListCmdable.LSet ListCmdable.LTrim ListCmdable.RPop
			ListCmdable.RPopLPush ListCmdable.RPush ListCmdable.RPushX SetCmdable.SAdd SetCmdable.SMove SetCmdable.SPop
			SetCmdable.SRem SortedSetCmdable.ZAdd SortedSetCmdable.ZAddArgs SortedSetCmdable.ZAddNX
			SortedSetCmdable.ZAddXX SortedSetCmdable.ZIncrBy SortedSetCmdable.ZPopMax SortedSetCmdable.ZPopMin
			SortedSetCmdable.ZRem SortedSetCmdable.ZRemRangeByRank SortedSetCmdable.ZRemRangeByScore StreamCmdable.XAck
			StreamCmdable.XAdd StreamCmdable.XDel StreamCmdable.XGroupCreate StreamCmdable.XGroupCreateMkStream
			StreamCmdable.XTrimMaxLen StreamCmdable.XTrimMinID StringCmdable.Append StringCmdable.Decr
			StringCmdable.DecrBy StringCmdable.GetDel StringCmdable.GetEx StringCmdable.GetSet StringCmdable.Incr
			StringCmdable.IncrBy StringCmdable.IncrByFloat StringCmdable.MSet StringCmdable.MSetNX StringCmdable.Set
			StringCmdable.SetArgs StringCmdable.SetEx StringCmdable.SetNX StringCmdable.SetRange StringCmdable.SetXX
			cmdable.Append cmdable.Copy cmdable.Decr cmdable.DecrBy cmdable.Del cmdable.Expire cmdable.ExpireAt
			cmdable.FlushAll cmdable.FlushDB cmdable.GeoAdd cmdable.GetDel cmdable.GetEx cmdable.GetSet cmdable.HDel
			cmdable.HExpire cmdable.HIncrBy cmdable.HIncrByFloat cmdable.HMSet cmdable.HSet cmdable.HSetNX cmdable.Incr
			cmdable.IncrBy cmdable.IncrByFloat cmdable.JSONDel cmdable.JSONSet cmdable.LInsert cmdable.LMove cmdable.LPop
			cmdable.LPush cmdable.LPushX cmdable.LRem cmdable.LSet cmdable.LTrim cmdable.MSet cmdable.MSetNX cmdable.Move
			cmdable.PExpire cmdable.PExpireAt cmdable.PFAdd cmdable.Persist cmdable.RPop cmdable.RPopLPush cmdable.RPush
			cmdable.RPushX cmdable.Rename cmdable.RenameNX cmdable.Restore cmdable.SAdd cmdable.SMove cmdable.SPop
			cmdable.SRem cmdable.Set cmdable.SetArgs cmdable.SetBit cmdable.SetEx cmdable.SetNX cmdable.SetRange
			cmdable.SetXX cmdable.Unlink cmdable.XAck cmdable.XAdd cmdable.XDel cmdable.XGroupCreate
			cmdable.XGroupCreateMkStream cmdable.XTrimMaxLen cmdable.XTrimMinID cmdable.ZAdd cmdable.ZAddArgs
			cmdable.ZAddNX cmdable.ZAddXX cmdable.ZIncrBy cmdable.ZPopMax cmdable.ZPopMin cmdable.ZRem
			cmdable.ZRemRangeByRank cmdable.ZRemRangeByScore Pipeline.Exec Pipeliner.Exec`,
	},
	"github.com/segmentio/kafka-go": {
		Receives: "Reader.FetchMessage Reader.ReadMessage",
		Sends:    "Conn.WriteMessages Reader.CommitMessages Writer.Close Writer.WriteMessages",
	},
	"go.mongodb.org/mongo-driver/mongo":    mongo,
	"go.mongodb.org/mongo-driver/v2/mongo": mongo,
	"go.etcd.io/bbolt": {
		Queries: "DB.View",
		Stores:  "Bucket.Delete Bucket.Put DB.Batch DB.Update Tx.Commit",
	},
	"go.etcd.io/etcd/client/v3": {
		Queries: "KV.Get",
		Stores:  "KV.Delete KV.Do KV.Put Lease.Grant Lease.Revoke Txn.Commit",
	},
	"gorm.io/gorm": {
		Queries: "DB.Count DB.Find DB.First DB.FirstOrInit DB.Last DB.Pluck DB.Rows DB.Scan DB.ScanRows DB.Take",
		Stores: `
			DB.Commit DB.Create DB.CreateInBatches DB.Delete DB.Exec DB.FirstOrCreate DB.Save DB.Transaction DB.Update
			DB.UpdateColumn DB.UpdateColumns DB.Updates`,
	},
	"sigs.k8s.io/controller-runtime/pkg/client": {
		Queries: "Reader.Get Reader.List SubResourceReader.Get",
		Stores: `
			SubResourceWriter.Create SubResourceWriter.Patch SubResourceWriter.Update Writer.Create Writer.Delete
			Writer.DeleteAllOf Writer.Patch Writer.Update`,
	},

	// Servers.
	"github.com/gin-gonic/gin":                           {Serves: "Engine.Run Engine.RunListener Engine.RunTLS Engine.RunUnix"},
	"github.com/gofiber/fiber/v2":                        {Serves: "App.Listen App.ListenTLS App.Listener"},
	"github.com/gofiber/fiber/v3":                        {Serves: "App.Listen App.Listener"},
	"github.com/labstack/echo/v4":                        {Serves: "Echo.Start Echo.StartServer Echo.StartTLS"},
	"github.com/valyala/fasthttp":                        {Serves: "ListenAndServe Serve Server.ListenAndServe Server.ListenAndServeTLS Server.Serve"},
	"google.golang.org/grpc":                             {Serves: "Server.Serve"},
	"sigs.k8s.io/controller-runtime/pkg/manager":         {Serves: "Manager.Start"},
	"sigs.k8s.io/controller-runtime/pkg/manager/signals": {Serves: "SetupSignalHandler"},
}

// mongo are the works of MongoDB's driver, which are the same in both its versions.
var mongo = map[Work]string{
	Queries: `
		Collection.Aggregate Collection.CountDocuments Collection.Find Cursor.All Cursor.Decode Cursor.Err
		Cursor.Next SingleResult.Decode SingleResult.Err`,
	Stores: `
		Collection.BulkWrite Collection.DeleteMany Collection.DeleteOne Collection.Drop Collection.InsertMany
		Collection.InsertOne Collection.ReplaceOne Collection.UpdateByID Collection.UpdateMany Collection.UpdateOne`,
}
