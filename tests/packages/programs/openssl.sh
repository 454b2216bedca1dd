# SPDX-License-Identifier: MIT
# openssl: digests, ciphers, keys, certificates. TLS is tls.sh's.
# smoke: digests ciphers keys
# seconds: 120
# shellcheck shell=dash disable=SC1091,SC2034,SC2317
. "${0%/*}/../prelude"

# Its errors begin with a thread's address.
openssl()
{
	{
		errors=$(command openssl "$@" 2>&1 >&3 3>&-)
		status=$?
	} 3>&1
	[ -z "$errors" ] || printf '%s\n' "$errors" |
	    sed 's/^[0-9A-F]\{16\}:error/error/' >&2
	return $status
}

t_digests()
{
	blob 200 >b
	: >e
	for d in md5 sha1 sha224 sha256 sha384 sha512 sha512-256 sha3-224 sha3-256 \
	    sha3-384 sha3-512 blake2b512 blake2s256 sm3 ripemd160 keccak-256; do
		for f in b e; do
			openssl dgst -$d $f
		done
	done
	openssl dgst -shake128 -xoflen 40 b
	openssl dgst -shake256 -xoflen 64 b
	openssl dgst -sha256 -hmac key b
	openssl mac -digest SHA512 -macopt hexkey:0102030405 -in b HMAC
	openssl mac -cipher AES-128-CBC -macopt hexkey:000102030405060708090a0b0c0d0e0f -in b CMAC
	openssl mac -macopt hexkey:000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f -in b Poly1305
	openssl mac -macopt hexkey:000102030405060708090a0b0c0d0e0f -in b SIPHASH
	openssl mac -macopt hexkey:000102030405060708090a0b0c0d0e0f -in b KMAC256
	openssl mac -cipher AES-256-GCM -macopt hexkey:000102030405060708090a0b0c0d0e0f000102030405060708090a0b0c0d0e0f -macopt hexiv:000102030405060708090a0b -in b GMAC
	openssl kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt pass:secret -kdfopt salt:salt -kdfopt iter:1000 PBKDF2
	openssl kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt key:secret -kdfopt salt:salt -kdfopt info:x HKDF
	openssl kdf -keylen 32 -kdfopt pass:secret -kdfopt salt:saltsalt -kdfopt n:1024 -kdfopt r:8 -kdfopt p:1 SCRYPT
	openssl kdf -keylen 24 -kdfopt pass:secret -kdfopt salt:saltsalt -kdfopt iter:2 -kdfopt memcost:64 ARGON2ID
	openssl passwd -6 -salt abc secret
	openssl passwd -1 -salt abc secret
	openssl passwd -apr1 -salt abc secret
	openssl dgst -md5 nothing
	echo $?
	openssl dgst -nothing b 2>/dev/null
	echo $?
	openssl version
}

t_ciphers()
{
	blob 100 >b
	k=000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
	iv=101112131415161718191a1b1c1d1e1f
	for c in aes-128-ecb aes-128-cbc aes-192-cbc aes-256-cbc aes-128-ctr \
	    aes-256-ctr aes-128-cfb aes-128-cfb8 aes-128-cfb1 aes-128-ofb \
	    camellia-128-cbc camellia-256-ctr aria-128-cbc aria-256-ctr \
	    des-ede3-cbc sm4-cbc sm4-ctr chacha20; do
		n=$(openssl enc -$c -K "$(echo $k | cut -c1-64)" -iv $iv -in b 2>/dev/null | md5sum)
		openssl enc -$c -K $k -iv $iv -in b -out x 2>/dev/null
		openssl enc -d -$c -K $k -iv $iv -in x 2>/dev/null | cmp - b
		echo "$c $n"
	done
	for c in bf-cbc cast5-cbc des-cbc rc4 seed-cbc rc2-cbc idea-cbc; do
		openssl enc -$c -provider legacy -provider default -K 0102030405060708090a0b0c0d0e0f10 -iv 0102030405060708 -in b 2>/dev/null | md5sum
	done
	openssl enc -aes-256-cbc -pbkdf2 -iter 2000 -S 0102030405060708 -pass pass:x -in b | md5sum
	openssl enc -aes-256-cbc -pbkdf2 -pass pass:x -in b | openssl enc -d -aes-256-cbc -pbkdf2 -pass pass:x | cmp - b && echo salted
	openssl enc -d -aes-256-cbc -pbkdf2 -pass pass:wrong -in b 2>/dev/null
	echo $?
	openssl enc -base64 -in b | md5sum
	openssl enc -base64 -A -in b | openssl enc -base64 -d -A | cmp - b && echo base64
	openssl rand 1000 | wc -c
	openssl rand -hex 16 | wc -c
	openssl prime 1000000007 1000000006 170141183460469231731687303715884105727
	openssl ciphers -v 'TLSv1.3' | sort
	openssl list -digest-algorithms | wc -l
	openssl list -providers | grep -c name
	openssl errstr 0A000126
	openssl asn1parse -genstr 'SEQUENCE:x' 2>/dev/null
	openssl asn1parse -genstr UTF8:text
}

t_keys()
{
	words >m
	openssl genrsa -out rsa 2048 2>/dev/null
	openssl rsa -in rsa -check -noout
	openssl rsa -in rsa -pubout -out rsa.pub 2>/dev/null
	openssl dgst -sha256 -sign rsa -out sig m
	openssl dgst -sha256 -verify rsa.pub -signature sig m
	openssl dgst -sha256 -sigopt rsa_padding_mode:pss -sign rsa -out sig m
	openssl dgst -sha256 -sigopt rsa_padding_mode:pss -verify rsa.pub -signature sig m
	head -c 100 m >s
	openssl pkeyutl -encrypt -pubin -inkey rsa.pub -in s -pkeyopt rsa_padding_mode:oaep |
	    openssl pkeyutl -decrypt -inkey rsa -pkeyopt rsa_padding_mode:oaep | cmp - s && echo oaep
	for c in prime256v1 secp384r1 secp521r1 secp256k1 brainpoolP256r1 sect283k1; do
		openssl ecparam -name $c -genkey -noout -out ec
		openssl ec -in ec -pubout -out ec.pub 2>/dev/null
		openssl dgst -sha384 -sign ec -out sig m
		echo "$c $(openssl dgst -sha384 -verify ec.pub -signature sig m)"
		echo more | cat m - | openssl dgst -sha384 -verify ec.pub -signature sig
		openssl ecparam -name $c -genkey -noout -out ec2
		openssl ec -in ec2 -pubout -out ec2.pub 2>/dev/null
		openssl pkeyutl -derive -inkey ec -peerkey ec2.pub -out s1
		openssl pkeyutl -derive -inkey ec2 -peerkey ec.pub -out s2
		cmp s1 s2 && echo derived
	done
	for a in ed25519 ed448 ML-DSA-65 SLH-DSA-SHA2-128f; do
		openssl genpkey -algorithm $a -out k
		openssl pkey -in k -pubout -out p
		openssl pkeyutl -sign -rawin -inkey k -in m -out sig
		openssl pkeyutl -verify -rawin -pubin -inkey p -sigfile sig -in m
	done
	for a in x25519 x448; do
		openssl genpkey -algorithm $a -out k1
		openssl genpkey -algorithm $a -out k2
		openssl pkey -in k1 -pubout -out p1
		openssl pkey -in k2 -pubout -out p2
		openssl pkeyutl -derive -inkey k1 -peerkey p2 -out s1
		openssl pkeyutl -derive -inkey k2 -peerkey p1 -out s2
		cmp s1 s2 && echo $a
	done
	openssl genpkey -algorithm ML-KEM-768 -out k
	openssl pkey -in k -pubout -out p
	openssl pkeyutl -encap -pubin -inkey p -out ct -secret s1
	openssl pkeyutl -decap -inkey k -in ct -secret s2
	cmp s1 s2 && echo ML-KEM
	# Ed25519 and RSA PKCS 1 signatures are deterministic.
	printf '302e020100300506032b657004220420%064d' 7 | sed 's/\(..\)/\\x\1/g' >hex
	perl -e 'print pack "H*", "302e020100300506032b657004220420" . "07" x 32' |
	    openssl pkey -inform DER -out fixed
	openssl pkey -in fixed -text -noout
	openssl pkeyutl -sign -rawin -inkey fixed -in m | md5sum
	openssl dsaparam -genkey 1024 -out dsa 2>/dev/null && echo dsa
	openssl pkcs8 -topk8 -in fixed -passout pass:x -out p8 && openssl pkey -in p8 -passin pass:x | cmp - fixed && echo pkcs8
}

t_certificates()
{
	openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem -subj /CN=CA -days 30 2>/dev/null
	openssl req -newkey rsa:2048 -nodes -keyout s.key -out s.csr -subj '/C=XX/O=Ferry/CN=localhost' 2>/dev/null
	openssl req -in s.csr -noout -verify -subject 2>&1
	printf 'subjectAltName=DNS:localhost,IP:127.0.0.1\n' >ext
	openssl x509 -req -in s.csr -CA ca.pem -CAkey ca.key -set_serial 7 -days 30 -extfile ext -out s.pem 2>/dev/null
	openssl verify -CAfile ca.pem s.pem
	openssl verify s.pem 2>/dev/null
	echo $?
	openssl x509 -in s.pem -noout -subject -issuer -serial -ext subjectAltName -checkend 100
	openssl x509 -in s.pem -outform DER | openssl x509 -inform DER | cmp - s.pem && echo der
	openssl pkcs12 -export -in s.pem -inkey s.key -passout pass:x -out p12 && openssl pkcs12 -in p12 -passin pass:x -nodes -nocerts 2>/dev/null | grep -c BEGIN
	words >m
	openssl cms -sign -in m -signer s.pem -inkey s.key -out cms && openssl cms -verify -in cms -CAfile ca.pem -purpose any 2>&1 | tail -n 1 | tr -d '\r'
	openssl cms -encrypt -in m -aes-256-cbc -out enc s.pem && openssl cms -decrypt -in enc -inkey s.key | tr -d '\r' | cmp - m && echo cms
	openssl ts -query -data m -sha256 -no_nonce -out q && openssl ts -query -in q -text | grep -c Hash
	openssl crl2pkcs7 -nocrl -certfile s.pem | openssl pkcs7 -print_certs -noout
	echo '01' >serial; : >index; openssl rehash . 2>&1 | head -n 1
	openssl x509 -in nothing 2>/dev/null
	echo $?
	echo garbage | openssl x509 2>/dev/null
	echo $?
}

run "$1"
