package phrase

import "strings"

// The words that names are made of, as far as what a function does can be told from
// them.

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

var (
	// doubled are the verbs whose last letter is doubled before -ing though
	// they are not short.
	doubled = set("begin commit submit quit admit reset format transfer defer unplug unset unmap unwrap bootstrap")
	// compounds are the nouns that programs make verbs of.
	compounds = map[string]string{"lookup": "look up", "setup": "set up", "cleanup": "clean up", "backup": "back up", "shutdown": "shut down", "rollback": "roll back",
		"login": "log in", "logout": "log out", "checkout": "check out", "warmup": "warm up", "teardown": "tear down", "startup": "start up",
		"calc": "calculate", "init": "initialize", "auth": "authenticate"}
	// shortened are verbs that programs cut off.
	shortened = map[string]string{"inc": "increment", "incr": "increment", "decr": "decrement", "del": "delete", "rm": "remove",
		"gen": "generate", "upd": "update", "recv": "receive", "conf": "configure", "alloc": "allocate", "dealloc": "deallocate"}
	// vague are the nouns that say nothing without what they are of.
	vague = set("self value result one all it raw inner underlying")
	// ofMany are verbs whose object is several.
	ofMany = set("count list enumerate")
	// getters are the functions that get one thing by a key.
	getters = set("get find load fetch lookup retrieve")
	// attempts begin names and say that what follows is done.
	attempts = set("try maybe do must force bulk")
	// hows end names and say how a thing is done.
	hows = set("locked unlocked internal impl async sync helper unsafe tx multi")
	// states end names that ask whether something is so.
	states = set("valid invalid ready alive open empty active online healthy up down full ok known unknown dirty stale fresh local remote member admin owner")
	// outOf, into and within are verbs whose object is not what they are called
	// on, and wholly those whose object it is.
	outOf  = set("get load read remove delete fetch pop take select receive retrieve")
	within = set("find search count query list lookup contains has")
	wholly = set("close open start stop ping flush sync reset connect disconnect lock unlock run shutdown begin commit rollback init clear drain")
	into   = set("save write put add insert send push append store create post publish upload")
	// likes end names and say of what kind the thing is that they name.
	likes = set("raw full latest current internal external local remote")
	// ways are names that say how something is done and not what. Functions of such names say
	// nothing of what is done in them, either.
	ways = func() map[string]bool {
		m := set("exec execute do run invoke perform output query scan one all handle serve process main init test call apply")
		for _, name := range []string{"combined output", "query row", "round trip", "run e", "serve http", "query all", "exec all"} {
			m[name] = true
		}
		return m
	}()
	// prepositions stand between a verb and what says which.
	prepositions = set("by for from in into to with of at on via as all")
	// roles are what types are called for what they do with their objects.
	roles = set("store storer storage repository repo repos service services client manager reader writer handler provider server db dao impl api" +
		" interface controller helper engine backend session conn connection x tx query cache caching fetcher loader getter retriever config verifier parser encoder decoder signer resolver router runner worker checker builder")
	// kinds say of what kind a store is, not of what.
	kinds = set("simple base basic default generic memory file remote local sync async safe shared")
	// dull say nothing of what a value is.
	dull = set("data buf bytes body args opts options params input out output key value val name fname filename path url req resp res result results item obj" +
		" self this app src dst ret tmp str text msg")
	// nouns are verbs that name a thing where they return one.
	nouns = set("commit tag branch release log count hash format name list process stat report version state index query watch")
	// given are more of these, which name no thing where they stand alone.
	given = set("request record cache change build stream lock link view update sample snapshot load call post patch move order issue plan mount backup" +
		" import export test return offer lease share filter map mark sort split group block trust display")
	// verbs begin the names of functions that are named for what they do.
	verbs = set(`abort accept acquire auth activate add adjust allocate allow analyze append apply approve archive assert assign attach attempt authenticate
		authorize backup begin bind block boot build bump cache calc calculate call cancel cast cat change check checkout claim clean cleanup clear clone close
		collect combine commit compact compare compile complete compress compute configure confirm connect construct consume convert copy count create
		deactivate deallocate decode decompress decrement decrypt defer delete deliver deny deploy dequeue derive describe deserialize destroy detach
		detect determine dial disable disconnect discover dispatch display do download drain drop dump edit emit enable encode encrypt end enqueue ensure
		enter enumerate escape establish evaluate evict exchange exec execute exit expand expire export expose extend extract fail fetch fill filter finalize find
		finish fire fix flatten flush follow force fork format forward freeze generate get give grant group grow guess handle hash hide hook identify
		ignore import increment index init initialize inject insert inspect install interpret invalidate invoke issue iterate join keep kill launch lease
		link list listen load locate lock log login logout lookup make map mark marshal match merge migrate mirror mkdir modify monitor mount move
		multiply normalize notify obtain offer open order pack parse patch pause peek perform persist pin ping place poll pop populate post prepare
		preload print process produce provision prune publish pull purge push put query queue quit quote raise read rebase rebuild receive reconcile
		reconnect record recover redirect reduce refresh register reject release reload remove rename render renew reopen repair replace replay reply
		report request require reserve reset resize resolve respond restart restore resume retrieve retry return reuse revert revoke rewind rewrite
		rollback rotate round route run sanitize save scan schedule scrape scroll seal search seed seek select send serialize serve set setup sever share shift ship show
		shut shutdown sign skip sleep solve sort spawn split start stat step stop store stream strip submit subscribe suspend swap switch sync
		synchronize tag take tell terminate test throw track transfer transform translate traverse trigger trim truncate try unblock uninstall unlink
		unlock unmarshal unmount unpack unregister unsubscribe untar unwrap unzip update upgrade upload upsert use validate verify view visit wait
		walk warm watch wipe wrap write zip must decide exist exists expect trust gather sample snapshot promote demote attest hydrate warmup issue probe
		recreate reindex resync rescan recompute recalculate reassign erase elect propose vote campaign prefetch vacuum optimize teardown startup reap sweep stage unstage squash cherry diff blame bootstrap`)
)
